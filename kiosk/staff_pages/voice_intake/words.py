"""The messages about recordings on a USB stick."""

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.ui.background.jobs import NOT_DONE
from kiosk.ui.translator import Translator

# On the staff page that takes recordings from a stick.
FLAWS = {
    "no_file": gettext_noop("Chưa có tiếng cho câu này."),
    "not_sound": gettext_noop("Không phải tệp tiếng, hoặc bị hỏng. Chép lại."),
    "empty": gettext_noop("Tệp rỗng. Chép lại từ máy đã thu."),
    "cut_off": gettext_noop("Tệp bị cụt. Chép lại từ máy đã thu."),
    "odd_rate": gettext_noop("Không phải bản thu tiếng nói."),
    "too_slow": gettext_noop("Đọc mãi không xong nên bỏ qua."),
    "not_plain": gettext_noop("Không phải tệp thường."),
    "too_big": gettext_noop("Tệp quá lớn."),
    "damaged": gettext_noop("Không đọc được tệp. Chép lại."),
    "too_short": gettext_noop("Ngắn quá so với câu."),
    "too_long": gettext_noop("Dài quá so với câu."),
    "too_quiet": gettext_noop("Nhỏ tiếng quá."),
    "clipped": gettext_noop("Bị vỡ tiếng vì to quá."),
}
REFUSALS = {
    "no_script": gettext_noop(
        "Thiếu tệp câu cần thu (CSV). Chép nó vào cùng thư mục với các tệp tiếng."
    ),
    "many_scripts": gettext_noop("Có nhiều tệp CSV. Chỉ để lại một tệp."),
    "not_utf8": gettext_noop("Bảng câu không phải UTF-8. Lưu lại kiểu “CSV UTF-8”."),
    "no_columns": gettext_noop("Bảng câu thiếu cột “Câu tiếng Việt” hoặc “Tên tệp”."),
    "not_csv": gettext_noop("Không đọc được bảng câu. Lưu lại kiểu CSV."),
    "too_long": gettext_noop("Bảng câu dài quá. Chia ra từng phần."),
    "not_a_zip": gettext_noop("Tệp zip bị hỏng. Nén lại, hoặc dùng thư mục."),
    "climbs_out": gettext_noop("Tệp zip không an toàn. Nén lại từ thư mục bản thu."),
    "link": gettext_noop("Trong zip có lối tắt. Nén lại các tệp thật."),
    "secret": gettext_noop("Tệp zip có mật khẩu. Nén lại không đặt mật khẩu."),
    "too_many": gettext_noop("Có quá nhiều tệp. Mang từng phần."),
    "too_big": gettext_noop("Có tệp quá lớn. Bỏ tệp ấy ra rồi làm lại."),
    "damaged": gettext_noop("Có tệp không đọc được. Chép lại."),
    "not_there": gettext_noop("Không thấy USB nữa."),
    "not_sound": gettext_noop("Tệp thu dài không phải tệp tiếng, hoặc bị hỏng."),
    "empty": gettext_noop("Tệp thu dài rỗng. Chép lại từ máy đã thu."),
    "disk_full": gettext_noop("Ổ đĩa của máy đã đầy. Xóa bớt rồi làm lại."),
    "disk": gettext_noop("Máy ghi không được. Gọi người trông máy."),
}
BY_ORDER = gettext_noop("theo thứ tự")
EXTRA = gettext_noop("%1 tệp không rõ của câu nào, nên để lại.")
CONSENTS = {
    "this-kiosk": gettext_noop("Người nói đồng ý: chỉ ki-ốt này. Chạm vào từng câu để nghe."),
    "all-kiosks": gettext_noop("Người nói đồng ý: mọi ki-ốt. Chạm vào từng câu để nghe."),
    "open-corpus": gettext_noop("Người nói tặng giọng cho mọi người. Chạm vào từng câu để nghe."),
}
CUT_SHORT = gettext_noop(
    "Máy chỉ đọc 15 phút đầu của tệp. Câu ở sau thì lần khác mang, với bảng chỉ có câu còn thiếu."
)
SOUNDS = gettext_noop("%1 tệp tiếng")
NO_SCRIPT_NOTE = gettext_noop("thiếu tệp câu (CSV)")
KEPT = gettext_noop("Đã nhận %1 câu. Máy dùng ngay.")
TAKEN_BACK = gettext_noop("Đã hoàn tác %1 câu. Giọng cũ đã trở lại.")
SECONDS = gettext_noop("%1 giây")


def refusal(code: str, translator: Translator) -> str:
    """The message for the error code of a set that cannot be imported."""
    return translator.shown(REFUSALS.get(code, NOT_DONE))


def filled(text: str, fact: object, translator: Translator) -> str:
    return translator.shown(text).replace("%1", str(fact))
