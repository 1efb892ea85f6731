"""After the first visit the pages work without the server; an update is complete or not applied."""

from editions import HOME, NEXT, touched

KEPT = """
async ({id}) => {
  const told = await (await fetch(`voice/vi/${id}.json`)).json();
  const clips = await caches.open("kiosk-clips");
  const kept = (await clips.keys()).map((each) => each.url.split("/").pop());
  return told.filter(Boolean).every(([name]) => kept.includes(`${name}.mp3`));
}
"""
EDITION = "async () => (await (await fetch('lessons.json')).json()).version"
WAITING = "async () => Boolean((await navigator.serviceWorker.ready).waiting)"
UPDATED = "navigator.serviceWorker.ready.then((it) => it.update()).catch(() => 0)"
WHOLE = """
async () => {
  const {version, files, needed} = await (await fetch("files.json")).json();
  const kept = await caches.open(`kiosk-${version}`);
  for (const path of needed) {
    const content = await (await kept.match(path)).arrayBuffer();
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    const told = [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (!told.startsWith(files[path])) return false;
  }
  return true;
}
"""
SETTLED = """
async () => {
  const {installing, waiting} = await navigator.serviceWorker.ready;
  return !installing && !waiting;
}
"""


def until(page, function, arg=None):
    """Polls an async function of the page until it returns true."""
    for _ in range(200):
        if page.evaluate(function, arg):
            return
        page.wait_for_timeout(50)
    raise AssertionError(function)


def begin(page, address):
    page.goto(address)
    page.click(".begin")
    page.wait_for_selector(".tiles")
    until(page, "async () => Boolean((await navigator.serviceWorker.ready).active)")
    until(page, "() => Boolean(navigator.serviceWorker.controller)")


def test_a_lesson_that_was_opened_is_learned_without_a_server(phone, spoken_site, serve):
    server = serve(spoken_site.folder)
    begin(phone, server.address)
    phone.reload()  # from here on the service worker answers
    phone.click(".begin")
    phone.click('[data-target="lesson:buoc-call"]')
    phone.wait_for_selector(".lesson")
    until(phone, KEPT, {"id": "buoc-call"})
    server.put_out()

    phone.reload()
    phone.click(".begin")
    phone.click('[data-target="lesson:buoc-call"]')
    phone.wait_for_selector(".lesson")
    touched(phone, NEXT)
    phone.wait_for_selector(".incoming")
    clip = "fetch('voice/clips/' + {} + '.mp3').then((it) => it.ok)"
    name = "(await (await fetch('voice/vi/buoc-call.json')).json()).find(Boolean)[0]"
    assert phone.evaluate(f"async () => {clip.format(name)}")


def test_a_lesson_that_the_code_on_paper_opened_first_is_kept_too(phone, spoken_site, serve):
    phone.goto(serve(spoken_site.folder).address + "#buoc-call")
    phone.wait_for_selector(".lesson")
    until(phone, KEPT, {"id": "buoc-call"})


def test_a_new_edition_takes_over_between_lessons(phone, site, serve, silent_edition, tmp_path):
    lessons = {name: site.lessons[name] for name in ("buoc-ask", "buoc-tap")}
    first = silent_edition(lessons, tmp_path)
    begin(phone, serve(tmp_path).address)
    assert phone.evaluate(EDITION) == first
    lessons["buoc-qr"] = site.lessons["buoc-qr"]
    second = silent_edition(lessons, tmp_path)
    assert second != first

    phone.click('[data-target="lesson:buoc-ask"]')
    phone.wait_for_selector(".lesson")
    phone.evaluate(UPDATED)
    until(phone, WAITING)
    assert phone.evaluate(EDITION) == first, "in a lesson everything stays as it is"
    phone.click(HOME)
    phone.wait_for_selector(".begin")
    assert phone.evaluate(EDITION) == second


def test_half_an_edition_is_not_taken(phone, site, serve, silent_edition, tmp_path):
    lessons = {name: site.lessons[name] for name in ("buoc-ask", "buoc-tap")}
    first = silent_edition(lessons, tmp_path)
    begin(phone, serve(tmp_path).address)
    lessons["buoc-qr"] = site.lessons["buoc-qr"]
    second = silent_edition(lessons, tmp_path)
    whole = (tmp_path / "lessons.json").read_bytes()
    (tmp_path / "lessons.json").write_bytes(whole[: len(whole) // 2])

    phone.evaluate(UPDATED)
    until(phone, SETTLED)
    phone.reload()
    phone.click(".begin")
    phone.click('[data-target="lesson:buoc-ask"]')
    phone.wait_for_selector(".lesson")
    assert phone.evaluate(EDITION) == first

    (tmp_path / "lessons.json").write_bytes(whole)
    phone.evaluate(UPDATED)
    until(phone, WAITING)
    phone.click(HOME)
    phone.wait_for_selector(".begin")
    assert phone.evaluate(EDITION) == second


def test_a_server_that_dies_in_the_middle_of_an_update_leaves_the_edition_whole(
    phone, site, serve, silent_edition, tmp_path
):
    lessons = {name: site.lessons[name] for name in ("buoc-ask", "buoc-tap")}
    first = silent_edition(lessons, tmp_path)
    server = serve(tmp_path)
    begin(phone, server.address)
    lessons["buoc-qr"] = site.lessons["buoc-qr"]
    second = silent_edition(lessons, tmp_path)
    server.answers_left = 2  # the worker and the list of files, but no changed file

    phone.evaluate(UPDATED)
    until(phone, SETTLED)
    assert server.answers_left < 0, "it was in the middle"
    phone.reload()
    phone.click(".begin")
    phone.wait_for_selector(".tiles")
    assert phone.evaluate(EDITION) == first

    server.answers_left = None
    phone.evaluate(UPDATED)
    until(phone, WAITING)
    phone.click('[data-target="above-adjust"]')
    phone.click('[data-target="bar-adjusted"]')
    phone.wait_for_selector(".begin")
    assert phone.evaluate(EDITION) == second
    assert phone.evaluate(WHOLE), "each file is of this edition"
