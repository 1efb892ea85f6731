"""What `kiosk voice` has to say."""

from collections.abc import Callable

Say = Callable[..., str]

_MESSAGES = {
    "vi": {
        "itself": "Lời của ki-ốt",
        "unknown_language": "Không có thứ tiếng “{code}”. Các thứ tiếng: {known}. "
        "Muốn thêm, tạo thư mục translations/{code} có tệp language.yaml.",
        "no_worker": "Bộ đọc không chạy được: {why}. Xem thêm bằng: kiosk doctor",
        "disk": "Không ghi được vào ổ đĩa: {why}. Những gì đã ghi trước đó vẫn còn. "
        "Dọn chỗ trống rồi chạy lại lệnh này.",
        "index_broken": "Danh sách bản thu bị hỏng đã được để riêng ở {path} "
        "và lập lại từ các tệp tiếng. Không mất bản thu nào. "
        "Xem lại xong thì xóa tệp ấy.",
        "clip_unreadable": "{path} không phải tệp tiếng đọc được, nên bị bỏ qua. "
        "Xóa tệp này hoặc chép lại.",
        "recorded": "người đọc",
        "synthesised": "máy đọc",
        "stands_in": "tiếng Việt thay",
        "silent": "im",
        "stale": "xem lại",
        "total": "tất cả",
        "whole": "Mọi câu",
        "render_what": "Đọc sẵn",
        "rendered": "Đọc thêm {new} câu, có sẵn {there} câu.",
        "render_failed": "Không đọc được “{words}” ({language}): {why}",
        "render_full": "Hết chỗ: còn {left_out} câu chưa đọc sẵn, lúc cần máy sẽ đọc. "
        "Muốn đủ chỗ, đặt voice.cache_mb khoảng {cache_mb} trong config.yaml.",
        "render_stopped": "Đã dừng. Chạy lại lệnh này, máy đọc tiếp từ chỗ đang dở.",
        "export_there": "Đã có {path}, không ghi đè để khỏi mất lời đã viết. Chọn tên khác sau -o.",
        "exported": "Đã ghi {count} câu vào {path}. Đọc từng câu, lưu mỗi câu một tệp đúng tên "
        "ở cột “Tên tệp”, để chung một thư mục với tệp này.",
        "export_nothing": "Câu nào cũng đã có bản thu, không phải ghi gì.",
        "import_what": "Nhận bản thu",
        "imported": "Đã nhận {kept} bản thu, {same} bản đã có từ trước.",
        "words_taken": "Đã ghi {count} lời dịch, chờ người bản ngữ duyệt ở mục “Dịch bài”.",
        "words_confirmed": "{count} câu đã duyệt lời dịch khác, giữ nguyên lời đã duyệt.",
        "problems": "{count} chỗ cần xem lại:",
        "missing": "Dòng {rows}: {count} câu chưa thấy tệp tiếng. Thu tiếp rồi chạy lại lệnh này; "
        "câu nào thu rồi mà vẫn báo, sửa tên tệp cho khớp cột “Tên tệp”.",
        "import_stopped": "Đã dừng. Những bản đã nhận vẫn còn. Chạy lại để nhận tiếp.",
        "no_script": "Không thấy tệp CSV nào trong đó. Để tệp câu cần thu (tạo bằng: "
        "kiosk voice export) chung với các tệp tiếng.",
        "many_scripts": "Có nhiều tệp CSV: {names}. Chỉ để lại một tệp.",
        "script_not_utf8": "{path}, dòng {row}: chữ không phải UTF-8. Mở lại bằng LibreOffice "
        "hoặc Excel, lưu kiểu “CSV UTF-8”.",
        "script_no_columns": "{path}: dòng đầu phải có cột “Câu tiếng Việt” và “Tên tệp”. "
        "Tạo tệp mẫu bằng: kiosk voice export",
        "script_not_csv": "{path}, dòng {row}: không đọc được bảng. Lưu lại kiểu CSV.",
        "parcel_not_there": "Không có {name}. Xem lại đường dẫn.",
        "parcel_not_a_zip": "{name} không phải thư mục, cũng không phải tệp zip lành. "
        "Nén lại, hoặc dùng thư mục.",
        "parcel_climbs_out": "Tệp zip bị từ chối: “{name}” muốn ghi ra ngoài thư mục. "
        "Chưa nhận gì cả. Nén lại từ thư mục chứa bản thu.",
        "parcel_link": "Tệp zip bị từ chối: “{name}” là liên kết, không phải tệp. "
        "Chưa nhận gì cả. Nén lại các tệp thật.",
        "parcel_secret": "Tệp zip có mật khẩu (“{name}”). Nén lại không đặt mật khẩu.",
        "parcel_too_many": "{name} có quá nhiều tệp (trên {most_files}). Chia ra làm nhiều lần.",
        "parcel_too_big": "“{name}” quá lớn (trên {most_mb} MB một tệp). Chưa nhận gì cả. "
        "Bỏ tệp này ra rồi chạy lại.",
        "parcel_damaged": "Không đọc được “{name}”. Chép hoặc nén lại.",
    },
    "en": {
        "itself": "The kiosk itself",
        "unknown_language": "There is no language “{code}”. Languages: {known}. "
        "To add one, make the folder translations/{code} with a language.yaml.",
        "no_worker": "The speech worker does not run: {why}. See: kiosk doctor",
        "disk": "The disk cannot be written to: {why}. What was written before is safe. "
        "Make room, then run this again.",
        "index_broken": "The list of recordings was broken. It was set aside as {path} "
        "and made again from the clips. No recording is lost. Delete it when you have looked.",
        "clip_unreadable": "{path} is no sound file that can be read, so it is left out. "
        "Delete it or copy it again.",
        "recorded": "recorded",
        "synthesised": "synthesised",
        "stands_in": "Vietnamese",
        "silent": "silent",
        "stale": "stale",
        "total": "all",
        "whole": "All sentences",
        "render_what": "Rendering",
        "rendered": "{new} sentences rendered, {there} were there.",
        "render_failed": "No sound for “{words}” ({language}): {why}",
        "render_full": "No more room: {left_out} sentences are left to be rendered when needed. "
        "To have room for all, set voice.cache_mb to about {cache_mb} in config.yaml.",
        "render_stopped": "Stopped. Run this again to go on where it was.",
        "export_there": "{path} is there already and is not overwritten, so that nothing "
        "written in it is lost. Choose another name after -o.",
        "exported": "{count} sentences written to {path}. Read each, save each as a file of the "
        "name in the column “File”, and put them into one folder with this file.",
        "export_nothing": "Every sentence is recorded; there is nothing to write.",
        "import_what": "Taking in",
        "imported": "{kept} recordings taken in, {same} were there before.",
        "words_taken": "{count} translations written, for a native speaker to confirm.",
        "words_confirmed": "{count} sentences were confirmed in other words, which stay.",
        "problems": "{count} things to look at:",
        "missing": "Rows {rows}: no file yet for {count} sentences. Record on and run this again; "
        "where there is one, make its name that of the column “File”.",
        "import_stopped": "Stopped. What was taken in is safe. Run this again to go on.",
        "no_script": "There is no CSV file in it. Put the script (made with: "
        "kiosk voice export) beside the clips.",
        "many_scripts": "There are several CSV files: {names}. Leave only one.",
        "script_not_utf8": "{path}, row {row}: not UTF-8. Open it in LibreOffice or Excel and "
        "save it as “CSV UTF-8”.",
        "script_no_columns": "{path}: the first row must have the columns “Vietnamese” and "
        "“File”. Make one with: kiosk voice export",
        "script_not_csv": "{path}, row {row}: the table cannot be read. Save it as CSV again.",
        "parcel_not_there": "There is no {name}. Look at the path.",
        "parcel_not_a_zip": "{name} is neither a folder nor a sound zip file. "
        "Zip it again, or use the folder.",
        "parcel_climbs_out": "The zip file is refused: “{name}” would climb out of its folder. "
        "Nothing was taken in. Zip the folder of the recordings again.",
        "parcel_link": "The zip file is refused: “{name}” is a link, not a file. "
        "Nothing was taken in. Zip the files themselves.",
        "parcel_secret": "The zip file has a password (“{name}”). Zip it again without one.",
        "parcel_too_many": "{name} has too many files (over {most_files}). Bring them in parts.",
        "parcel_too_big": "“{name}” is too big (over {most_mb} MB for one file). Nothing was "
        "taken in. Take it out and run this again.",
        "parcel_damaged": "“{name}” cannot be read. Copy or zip it again.",
    },
}

_REMARKS = {
    "vi": {
        "row": "Dòng {row}: ",
        "no_sentence": "không có câu tiếng Việt cho tệp “{file}”. Chép lại câu từ tệp mẫu.",
        "no_name": "chưa ghi tên tệp cho câu “{detail}”. Điền cột “Tên tệp”.",
        "no_file": "không thấy tệp “{file}”. Thu câu này, hoặc sửa tên cho khớp.",
        "not_readable": "“{file}” là kiểu tệp không đọc được. Đổi sang WAV, FLAC, Ogg hoặc MP3.",
        "sentence_twice": "câu này đã có ở dòng {detail}. Bỏ bớt một dòng.",
        "file_twice": "tệp “{file}” đã dùng ở dòng {detail}. Mỗi câu một tệp.",
        "not_sound": "“{file}” không phải tệp tiếng, hoặc bị hỏng. Thu hoặc chép lại.",
        "too_short": "“{file}” quá ngắn so với câu. Nghe lại; thu lại cả câu.",
        "too_long": "“{file}” quá dài so với câu. Cắt riêng câu này, hoặc thu lại.",
        "too_quiet": "“{file}” quá nhỏ tiếng hoặc im. Thu lại, đặt micro gần hơn.",
        "clipped": "“{file}” bị vỡ tiếng vì quá to. Thu lại, để micro xa hơn hoặc nói nhẹ hơn.",
        "too_big": "“{file}” quá lớn. Cắt ngắn rồi làm lại.",
        "damaged": "không đọc được “{file}”. Chép hoặc nén lại.",
        "unknown_sentence": "đã nhận “{file}”, nhưng ki-ốt chưa có câu “{detail}”. "
        "Xem câu có bị sửa không.",
        "bad_times": "đã nhận tiếng, nhưng không đọc được giờ của từng chữ trong “{file}”. "
        "Tệp ấy phải là WebVTT.",
        "other_places": "lời dịch chưa nhận: phải giữ đúng {detail} như câu tiếng Việt.",
        "private_signs": "lời dịch chưa nhận: có chữ của phông riêng ({detail}). "
        "Gõ lại bằng chữ Unicode.",
        "broken_words": "lời dịch chưa nhận: không đọc được {file}. Sửa chỗ đó rồi chạy lại.",
        "no_row": "“{file}” không có trong bảng. Thêm một dòng cho tệp này, hoặc bỏ ra.",
    },
    "en": {
        "row": "Row {row}: ",
        "no_sentence": "there is no Vietnamese sentence for “{file}”. Copy it from the script.",
        "no_name": "no file name for “{detail}”. Fill in the column “File”.",
        "no_file": "there is no file “{file}”. Record this sentence, or mend the name.",
        "not_readable": "“{file}” is of a kind that cannot be read. Make it WAV, FLAC, Ogg or MP3.",
        "sentence_twice": "this sentence is in row {detail} already. Take one of them out.",
        "file_twice": "the file “{file}” is used in row {detail} already. One file, one sentence.",
        "not_sound": "“{file}” is no sound file, or a damaged one. Record or copy it again.",
        "too_short": "“{file}” is too short for its sentence. Listen; record the whole sentence.",
        "too_long": "“{file}” is too long for its sentence. Cut it out, or record it again.",
        "too_quiet": "“{file}” is too quiet or silent. Record it again, nearer to the microphone.",
        "clipped": "“{file}” is distorted, it is too loud. Record it again, further away.",
        "too_big": "“{file}” is too big. Cut it shorter.",
        "damaged": "“{file}” cannot be read. Copy or zip it again.",
        "unknown_sentence": "“{file}” was taken in, but the kiosk does not say “{detail}”. "
        "Look whether the sentence was changed.",
        "bad_times": "the sound was taken in, but not the times of its words from “{file}”. "
        "It must be WebVTT.",
        "other_places": "translation not taken: it must keep {detail} as the Vietnamese does.",
        "private_signs": "translation not taken: it has signs of one font only ({detail}). "
        "Type it again in Unicode.",
        "broken_words": "translations not taken: {file} cannot be read. Mend it, run this again.",
        "no_row": "“{file}” is not in the table. Add a row for it, or take it out.",
    },
}


def words(lang: str) -> Say:
    """Says things in the language of the staff."""

    def say(code: str, /, **facts: object) -> str:
        return _MESSAGES[lang][code].format(**facts)

    return say


def remark_words(lang: str) -> Say:
    """Says what is remarked on a row."""

    def say(code: str, /, *, row: int, **facts: object) -> str:
        texts = _REMARKS[lang]
        place = texts["row"].format(row=row) if row else ""
        return place + texts[code].format(**facts)

    return say
