"""The words that stand on every sheet and poster."""

from kiosk.domain.marked import marked

#: On the sheet to take home, before the steps of a lesson.
STEPS = marked("Bác làm lần lượt")
#: On the sheet to take home, before the three things to remember.
REMEMBER = marked("Bác nhớ")
#: On the sheet to take home, before the papers that a procedure asks for.
PAPERS = marked("Mang theo")
#: On the sheet to take home, before the fee of a procedure.
FEE = marked("Lệ phí")
#: On the sheet to take home, before the time that a procedure takes.
DAYS = marked("Thời hạn")
#: On the sheet to take home, before the place where a procedure is filed.
WHERE = marked("Nộp ở đâu")
#: On the sheet to take home, before the address of the official page of a procedure.
ADDRESS = marked("Trang mạng")
#: On the sheet to take home, before lines on which staff write by hand.
BY_HAND = marked("Cán bộ ghi thêm")
#: On the sheet to take home, before the telephone number of the centre.
ASK_AT = marked("Gọi để hỏi")
#: On the sheet to take home, before the day on which the facts were last checked.
CHECKED = marked("Kiểm lại ngày")
#: On the sheet to take home, above the lesson's number in large digits.
LESSON = marked("Bài số")
#: On the sheet to take home, beside a code: the code is held to the kiosk's scanner.
SCAN_AT_KIOSK = marked("Học lại: gõ số này ở ki-ốt, hoặc quét mã")
#: On the sheet to take home, beside a code that opens a page on one's own phone.
SCAN_AT_HOME = marked("Học lại ở nhà: mở máy ảnh, quét mã này")

#: The heading of the poster of all lessons.
POSTER = marked("Bác muốn học gì?")
#: Under the heading of the poster: how to open a lesson at the kiosk.
POSTER_HOW = marked("Bác đến máy, gõ số của bài, hoặc đưa mã cho máy quét.")
POSTER_HOW_AT_HOME = marked("Bác đến máy, gõ số của bài. Ở nhà thì mở máy ảnh, quét mã.")
