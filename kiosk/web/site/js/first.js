/** Asks for the lesson that the address names while the code of the pages is still on its way. */
import { addressed } from "./address.js";
import { json, takeEmbedded } from "./load.js";
import { asksForMake, openingOf } from "./opening.js";
import { preferences, recall } from "./preferences.js";

takeEmbedded();
recall();
json("lessons.json")
  .then((catalogue) => {
    const { lesson, make = preferences.make, way } = addressed(catalogue);
    if (!lesson || asksForMake(lesson, make)) return;
    for (const path of openingOf(lesson, make, way).paths) json(path).catch(() => {});
  })
  .catch(() => {}); // The pages ask once more, and report_progress.
