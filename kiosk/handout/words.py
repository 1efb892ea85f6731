"""The fixed texts of sheets and posters."""

from kiosk.domain.gettext_noop import gettext_noop

#: On the sheet to take home, before the steps of a lesson.
STEPS = gettext_noop("Bác làm lần lượt")
#: On the sheet to take home, before the three things to remember.
REMEMBER = gettext_noop("Bác nhớ")
#: On the sheet to take home, before the papers that a procedure asks for.
PAPERS = gettext_noop("Mang theo")
#: On the sheet to take home, before the fee of a procedure.
FEE = gettext_noop("Lệ phí")
#: On the sheet to take home, before the time that a procedure takes.
DAYS = gettext_noop("Thời hạn")
#: On the sheet to take home, before the place where a procedure is filed.
WHERE = gettext_noop("Nộp ở đâu")
#: On the sheet to take home, before the address of the official page of a procedure.
ADDRESS = gettext_noop("Trang mạng")
#: On the sheet to take home, before lines on which staff write by hand.
BY_HAND = gettext_noop("Cán bộ ghi thêm")
#: On the sheet to take home, before the telephone number of the centre.
ASK_AT = gettext_noop("Gọi để hỏi")
#: On the sheet to take home: nobody of the commune has confirmed the facts. %1 is the day on which
#: their sources were read.
UNVERIFIED = gettext_noop("Chưa kiểm tại xã, nguồn xem ngày %1")
#: On the sheet to take home: nobody of the commune has confirmed the facts, which name no source.
UNVERIFIED_WITHOUT_SOURCE = gettext_noop("Chưa kiểm tại xã")
#: On the sheet to take home: somebody of the commune confirmed the facts on the day %1.
VERIFIED = gettext_noop("Xã đã kiểm ngày %1")
#: On the sheet to take home: somebody of the commune confirmed the facts long ago, on the day %1.
VERIFIED_LONG_AGO = gettext_noop("Quá 180 ngày xã chưa kiểm lại, lần cuối ngày %1")
#: On the sheet to take home: the lesson was changed after its facts had been confirmed on day %1.
CHANGED_SINCE = gettext_noop("Bài đã sửa sau khi xã kiểm ngày %1")
#: On the sheet to take home: somebody found on the day %1 that a fact is no longer true.
DIFFERS = gettext_noop("Ngày %1 xã thấy có điều đã khác, bác hỏi lại cán bộ")
#: On the sheet to take home: what somebody found not to be so on the day %1 was mended, and nobody
#: of the commune has looked since.
MENDED_SINCE = gettext_noop("Bài đã sửa điều xã thấy khác ngày %1, chưa kiểm lại")
#: On the sheet to take home, above the lesson's number in large digits.
LESSON = gettext_noop("Bài số")
#: On the sheet to take home, beside a code that opens a page on one's own phone.
SCAN_AT_HOME = gettext_noop("Học lại ở nhà: mở máy ảnh, quét mã này")

#: On the sheet to take home, before the number by which one does the lesson alone a week later.
COME_BACK = gettext_noop("Tuần sau bác ghé lại, gõ số này, tự làm thử")

#: The heading of the poster of all lessons.
POSTER = gettext_noop("Bác muốn học gì?")
#: Under the heading of the poster: how to open a lesson at the kiosk.
POSTER_HOW = gettext_noop("Bác đến máy, gõ số của bài.")
#: Under the heading of the poster: how to open a lesson at a kiosk that has a scanner.
POSTER_HOW_WITH_SCANNER = gettext_noop("Bác đến máy, gõ số của bài, hoặc đưa mã cho máy quét.")
POSTER_HOW_AT_HOME = gettext_noop("Bác đến máy, gõ số của bài. Ở nhà thì mở máy ảnh, quét mã.")
