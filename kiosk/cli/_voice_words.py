"""The messages of `kiosk voice`."""

from kiosk.cli._words import Say, words_of

_MESSAGES = {
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
    "slow_word": "Đọc quá chậm: “{word}” {ms} mili giây một tiếng, trong “{sentence}” ({language})",
    "pace_checked": "Đã nghe {looked} câu đọc sẵn: {found} tiếng đọc quá chậm.",
    "render_full": "Hết chỗ: còn {left_out} câu chưa đọc sẵn, lúc cần máy sẽ đọc. "
    "Muốn đủ chỗ, đặt voice.cache_mb khoảng {cache_mb} trong config.yaml.",
    "render_stopped": "Đã dừng. Chạy lại lệnh này, máy đọc tiếp từ chỗ đang dở.",
    "export_there": "Đã có {path}, không ghi đè để khỏi mất lời đã viết. Chọn tên khác sau -o.",
    "exported": "Đã ghi {count} câu vào {path}. Đọc từng câu, lưu mỗi câu một tệp đúng tên "
    "ở cột “Tên tệp”, để chung một thư mục với tệp này.",
    "corpus_written": "Đã ghi {count} bản thu của {speakers} người vào {path}, theo kiểu "
    "Common Voice. Người nói chỉ hiện bằng mã.",
    "corpus_without_text": "{count} bản chưa ai ghi lời, để trong other.tsv với câu tiếng Việt.",
    "corpus_without_dialect": "Chưa ghi phương ngữ của {count} người. "
    "Hỏi người nói, rồi: kiosk voice dialect LANG TÊN PHƯƠNG-NGỮ",
    "dialect_kept": "Đã ghi phương ngữ của {speaker}: {dialect}.",
    "dialect_without_consent": "“{speaker}” chưa nói lời đồng ý nào, nên chưa ghi được phương ngữ.",
    "corpus_held_back": "{count} bản không ghi ra, vì người nói chưa đồng ý tặng mọi người.",
    "corpus_clip": "Có bản thu không đọc được: {why}. Chưa xong; xem bằng: kiosk voice status",
    "consents_broken": "{path} bị hỏng, nên không biết ai đồng ý điều gì. Chưa làm gì. "
    "Lấy lại tệp này từ bản sao lưu.",
    "no_speaker": "Không có bản thu nào của “{speaker}”. Người đã thu: {known}.",
    "nobody": "chưa ai",
    "withdrawn": "Đã xóa {count} bản thu của {speaker}.",
    "withdrawn_code": "Ai đã nhận kho tiếng nói thì xóa các dòng có mã {code}. "
    "Bản sao lưu và gói đã phát hành trước hôm nay thì làm lại.",
    "none": "(không có)",
    "install_licence": "\nGiấy phép đi kèm:\n{text}\n",
    "install_sample": "Đã đọc thử {seconds} giây. Nghe: {path}",
    "install_ask": "Giấy phép cho dùng ở đây, và giọng nghe được. Cài?",
    "install_not": "Chưa cài. Đọc giấy phép, nghe tệp đọc thử, rồi chạy lại với --yes.",
    "installed": "Đã cài giọng {name} cho tiếng {language}. Mở lại ki-ốt thì máy dùng. "
    "Gỡ ra: kiosk voice remove {language} {name}",
    "removed": "Đã gỡ giọng {name} của tiếng {language}. Mở lại ki-ốt thì máy dùng giọng khác.",
    "install_language": "Giọng này là tiếng “{code}”. Ghi tiếng bằng --language; có: {known}.",
    "install_other_hash": "Không tệp nào có mã băm {sha256}. Chưa cài gì. Tải lại.",
    "install_kind": "{name} không phải tệp .onnx, .zip, .tar.gz, thư mục hay địa chỉ.",
    "install_too_big": "{name} quá lớn. Chưa cài gì.",
    "install_silent": "Giọng này không đọc được: {why}. Chưa cài gì.",
    "install_download": "Không tải được: {why}. Chưa cài gì.",
    "export_nothing": "Câu nào cũng đã có bản thu, không phải ghi gì.",
    "kit_title": "Giấy đọc để thu {language}",
    "kit_how": "Đọc câu tiếng Việt, rồi nói bằng tiếng của mình như nói với bác. Dòng trống để ghi "
    "lời dịch. Mỗi câu một tệp tiếng, tên tệp là số của câu: 12.m4a là câu 12.",
    "kit_phone": "Đọc từng câu, thu bằng máy ghi âm của điện thoại, mỗi câu một tệp, đúng thứ tự. "
    "Thu xong, chép các tệp vào thư mục này, cùng với tệp .csv.",
    "kit_consent": "Trước tiên, người nói chọn giọng mình được dùng ở đâu: đọc một trong ba câu "
    "này bằng tiếng nào cũng được. Tên tệp ghi bên cạnh.",
    "consent_kept": "Đã cất lời đồng ý của {speaker}: {use}.",
    "consent_nameless": "Có lời đồng ý ({file}), nhưng chưa ghi ai nói. "
    "Chạy lại với --speaker, giọng mới được dùng theo lời ấy.",
    "use_this-kiosk": "chỉ ki-ốt này",
    "use_all-kiosks": "mọi ki-ốt",
    "use_open-corpus": "tặng mọi người",
    "kit_after": "Thu xong câu {count}: {works} Người học nghe được {percent} % bằng tiếng này.",
    "kit_greeting": "Ô của thứ tiếng hiện ra và biết chào.",
    "kit_core": "Ki-ốt biết chào, dẫn đường và khen.",
    "kit_lessons": "Học trọn được bài {titles}.",
    "kit_next": "Còn {count} câu nữa là học trọn được bài {title}.",
    "kit_written": "Đã ghi {count} câu vào {path}: bảng .csv, giấy đọc .pdf, trang cho điện thoại. "
    "Để các tệp tiếng vào đó, rồi đưa vào bằng: kiosk voice import",
    "kit_paper": "Không làm được giấy đọc: {why}",
    "import_what": "Nhận bản thu",
    "imported": "Đã nhận {kept} bản thu, {same} bản đã có từ trước.",
    "words_taken": "Đã ghi {count} lời dịch, chờ người bản ngữ duyệt ở mục “Dịch bài”.",
    "words_confirmed": "{count} câu đã duyệt lời dịch khác, giữ nguyên lời đã duyệt.",
    "problems": "{count} chỗ cần xem lại:",
    "missing": "Dòng {rows}: {count} câu chưa thấy tệp tiếng. Thu tiếp rồi chạy lại lệnh này; "
    "câu nào thu rồi mà vẫn báo, sửa tên tệp cho khớp cột “Tên tệp”.",
    "import_stopped": "Đã dừng. Những bản đã nhận vẫn còn. Chạy lại để nhận tiếp.",
    "no_script": "Không thấy tệp CSV nào trong đó. Để tệp câu cần thu (tạo bằng: "
    "kiosk voice export) chung với các tệp tiếng. Bảng Excel thì lưu kiểu “CSV UTF-8”; tệp zip ở "
    "trong thì giải nén ra.",
    "many_scripts": "Có nhiều tệp CSV: {names}. Chỉ để lại một tệp.",
    "script_not_utf8": "{path}, dòng {row}: chữ không phải UTF-8. Mở lại bằng LibreOffice "
    "hoặc Excel, lưu kiểu “CSV UTF-8”.",
    "script_no_columns": "{path}: dòng đầu phải có cột “Câu tiếng Việt” và “Tên tệp”. "
    "Tạo tệp mẫu bằng: kiosk voice export",
    "script_not_csv": "{path}, dòng {row}: không đọc được bảng. Lưu lại kiểu CSV.",
    "script_too_long": "{path}: bảng dài quá (trên {most_rows} dòng hoặc 4 MB). Chia ra từng phần.",
    "order_differs": "Có {files} tệp tiếng nhưng còn {sentences} câu, "
    "nên không khớp theo thứ tự được. Chưa nhận gì. Bỏ bớt tệp thừa hoặc thu thêm câu thiếu.",
    "by_order": "Khớp theo thứ tự {count} tệp. Nghe lại vài câu cho chắc:",
    "by_order_hint": "Nếu các tệp đã thu đúng theo thứ tự trong bảng, chạy lại với --by-order.",
    "one_take": "Một tệp dài cho nhiều câu: chép vào USB cùng bảng này, rồi ở ki-ốt mở trang "
    "Nhận tiếng thu. Máy cắt ở những chỗ im, và cho nghe từng mẩu.",
    "bundle_not_plain": "“{name}” không phải là tệp thường. Chép tệp tiếng thật vào.",
    "bundle_not_there": "Không có {name}. Xem lại đường dẫn.",
    "bundle_not_a_zip": "{name} không phải thư mục, cũng không phải tệp zip lành. "
    "Nén lại, hoặc dùng thư mục.",
    "bundle_climbs_out": "Tệp zip bị từ chối: “{name}” muốn ghi ra ngoài thư mục. "
    "Chưa nhận gì cả. Nén lại từ thư mục chứa bản thu.",
    "bundle_link": "Tệp zip bị từ chối: “{name}” là liên kết, không phải tệp. "
    "Chưa nhận gì cả. Nén lại các tệp thật.",
    "bundle_secret": "Tệp zip có mật khẩu (“{name}”). Nén lại không đặt mật khẩu.",
    "bundle_too_many": "{name} có quá nhiều tệp (trên {most_files}). Chia ra làm nhiều lần.",
    "bundle_too_big": "“{name}” quá lớn (trên {most_mb} MB một tệp). Chưa nhận gì cả. "
    "Bỏ tệp này ra rồi chạy lại.",
    "bundle_damaged": "Không đọc được “{name}”. Chép hoặc nén lại.",
}

_NOTES = {
    "row": "Dòng {row}: ",
    "no_sentence": "không có câu tiếng Việt cho tệp “{file}”. Chép lại câu từ tệp mẫu.",
    "no_name": "chưa ghi tên tệp cho câu “{detail}”. Điền cột “Tên tệp”.",
    "no_file": "không thấy tệp “{file}”. Thu câu này, hoặc sửa tên cho khớp.",
    "not_readable": "“{file}” là kiểu tệp không phải tiếng. Ghi đúng tên tệp tiếng.",
    "sentence_twice": "câu này đã có ở dòng {detail}. Bỏ bớt một dòng.",
    "file_twice": "tệp “{file}” đã dùng ở dòng {detail}. Mỗi câu một tệp.",
    "not_sound": "“{file}” không phải tệp tiếng, hoặc bị hỏng. Thu hoặc chép lại.",
    "empty": "“{file}” là tệp rỗng (0 byte). Chép lại từ máy đã thu.",
    "cut_off": "“{file}” bị cụt, chỉ còn phần đầu. Chép lại từ máy đã thu.",
    "odd_rate": "“{file}” có số đo lạ ({detail}), không phải bản thu tiếng nói. Thu lại.",
    "too_slow": "“{file}” đọc mãi không xong nên bỏ qua. Cắt ngắn hoặc thu lại.",
    "not_plain": "“{file}” không phải là tệp thường. Chép tệp tiếng thật vào.",
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
}


def words(lang: str) -> Say:
    """The messages of `kiosk voice` in a language."""
    return words_of(_MESSAGES, lang)


def note_words(lang: str) -> Say:
    say = words_of(_NOTES, lang)

    def say_of_row(code: str, /, *, row: int, **facts: object) -> str:
        return (say("row", row=row) if row else "") + say(code, **facts)

    return say_of_row
