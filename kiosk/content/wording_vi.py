"""Problems in Vietnamese, for trainers and staff."""

from kiosk.content.words import Words

SEVERITIES = {"error": "lỗi", "warning": "nhắc", "advice": "gợi ý"}
OR = " hoặc "
PLACES = {
    "lesson": "bài",
    "step": "bước {name}",
    "element": "mục {name} trên màn hình",
    "part": "phần {name}",
    "settings": "phần {name} của cài đặt",
}
NAMELESS = {
    "step": "bước này",
    "element": "mục này trên màn hình",
    "settings": "tệp cài đặt",
}
NEAR = "có phải {near} không?"
REASONS = {
    "ENOENT": "không có tệp này",
    "EACCES": "không có quyền đọc tệp này",
    "EISDIR": "đây là một thư mục",
    "EIO": "đĩa hoặc USB bị hỏng",
    "ELOOP": "đường dẫn tắt đi vòng tròn",
}
IN_QUOTES = "đặt cả câu trong dấu nháy: 'như thế này'"
NO_PATH = "đặt tệp hình cạnh bài, rồi chỉ ghi tên tệp, ví dụ hinh-1.png"

WORDS = {
    # the file
    "file_too_big": Words(
        "tệp dài {size} KB, nhiều nhất là {most} KB", "tách thành nhiều bài ngắn"
    ),
    "file_unreadable": Words("không mở được tệp", "máy báo: {reason}"),
    "not_utf8": Words(
        "tệp không phải chữ Unicode UTF-8", "trong Notepad: Lưu thành…, chọn mã hóa UTF-8"
    ),
    "nul_byte": Words(
        "tệp có ký tự rỗng, giống tệp hỏng hoặc không phải tệp chữ",
        "chép lại tệp, hoặc viết lại bằng trình soạn thảo văn bản",
    ),
    "control_sign": Words("có ký tự lạ không nhìn thấy ({sign})", "xóa chỗ này rồi gõ lại"),
    "file_empty": Words("tệp trống", "gõ `kiosk new` để có một bài mẫu"),
    "not_a_lesson": Words(
        "tệp này không phải một bài học",
        "bài bắt đầu bằng các dòng như title: Nối Wi-Fi; gõ `kiosk new` để có bài mẫu",
    ),
    "file_name": Words(
        "tên tệp '{name}' không dùng được: chỉ chữ thường không dấu, số và gạch nối",
        "đổi tên thành {better}",
    ),
    "wrong_ending": Words("ki-ốt không thấy tệp này vì đuôi tên sai", "đổi tên thành {better}"),
    "settings_not_fields": Words(
        "tệp này không phải tệp cài đặt", "tệp gồm các phần như centre: và display:"
    ),
    # writing
    "tab": Words("dòng thụt vào bằng phím Tab", "thay bằng dấu cách, mỗi bậc 2 dấu cách"),
    "bad_indent": Words(
        "dòng này thụt vào không thẳng hàng với các dòng cùng bậc",
        "các dòng cùng bậc bắt đầu ở cùng một cột",
    ),
    "colon_in_text": Words("trong câu có dấu hai chấm nên máy hiểu nhầm", IN_QUOTES),
    "no_space_after_colon": Words("thiếu dấu cách sau '{name}:'", "viết {name}: rồi một dấu cách"),
    "no_space_after_hyphen": Words(
        "thiếu dấu cách sau dấu gạch đầu dòng", "viết gạch ngang, một dấu cách, rồi mới tới chữ"
    ),
    "hyphen_after_colon": Words(
        "sau '{name}:' có dấu gạch đầu dòng ngay trên cùng một dòng",
        "xuống dòng, thụt vào 2 dấu cách, rồi mới gạch; nếu gạch là chữ của câu thì đặt cả câu "
        "trong dấu nháy",
    ),
    "wrong_bullet": Words("đầu dòng có dấu {sign}", "dùng dấu gạch ngang của bàn phím: -"),
    "hyphen_missing": Words(
        "thiếu dấu gạch đầu dòng", "mỗi mục của danh sách bắt đầu bằng gạch ngang và dấu cách"
    ),
    "backslash_in_quotes": Words(
        "trong dấu nháy kép, dấu \\ làm máy hiểu nhầm", "dùng dấu nháy đơn: 'như thế này'"
    ),
    "line_without_colon": Words(
        "dòng '{text}' không có tên trường",
        "nếu là phần tiếp của câu trên thì thụt vào thêm 2 dấu cách; "
        "nếu là trường mới thì cần dấu hai chấm",
    ),
    "quote_open": Words("dấu nháy mở ở đây mà không đóng", "thêm dấu nháy đóng ở cuối câu"),
    "text_after_quote": Words(
        "sau dấu nháy đóng còn chữ: {text}", "đặt cả câu trong dấu nháy đơn: '\"A\" là…'"
    ),
    "starts_with_sign": Words("câu bắt đầu bằng dấu {sign} nên máy hiểu nhầm", IN_QUOTES),
    "bracket_open": Words(
        "dấu {sign} mở ở đây mà không đóng đúng chỗ", "thêm dấu {closer} vào cuối"
    ),
    "yaml_unclear": Words(
        "không hiểu được từ chỗ này", "xem lại dấu hai chấm, dấu nháy và chỗ thụt vào"
    ),
    "text_lost_after_hash": Words(
        "máy bỏ qua phần '{text}' vì coi là ghi chú",
        "nếu là lời của câu thì đặt cả câu trong dấu nháy",
    ),
    "two_documents": Words("tệp có hai bài, ngăn bởi dòng ---", "mỗi tệp chỉ một bài"),
    "too_deep": Words("lồng vào nhau quá {most} bậc", "xem lại các chỗ thụt vào"),
    "alias_refused": Words("không dùng được '{text}'", IN_QUOTES),
    "anchor_refused": Words("không dùng được '{text}'", IN_QUOTES),
    "tag_refused": Words("không dùng được '{text}'", IN_QUOTES),
    "key_twice": Words("'{name}' được viết hai lần; lần đầu ở dòng {first}", "giữ một, bỏ một"),
    "key_missing": Words("trước dấu hai chấm không có tên trường"),
    "key_not_text": Words("tên trường phải là một từ", "dấu ngoặc này có thừa không?"),
    # fields
    "field_unknown": Words(
        "không có trường '{name}' trong {where}",
        "có các trường: {fields}; hay dòng này thụt vào sai?",
        NEAR,
    ),
    "field_missing": Words("thiếu trường '{name}' trong {where}", "{about}"),
    "field_empty": Words("trường '{name}' chưa có gì sau dấu hai chấm", "viết vào, hoặc bỏ dòng"),
    "item_empty": Words("sau dấu gạch đầu dòng chưa có gì", "viết vào, hoặc bỏ dòng"),
    "text_empty": Words("trường '{name}' để trống", "{about}"),
    "text_too_long": Words(
        "'{name}' dài {count} chữ cái, nhiều nhất là {limit}", "viết ngắn lại, hoặc tách làm hai"
    ),
    "must_be_text": Words("'{name}' phải là một câu chữ", "{about}"),
    "must_be_whole_number": Words("'{name}' phải là số nguyên, không phải '{text}'", "{about}"),
    "must_be_number": Words(
        "'{name}' phải là số, không phải '{text}'", "số lẻ viết với dấu chấm, ví dụ 21.5"
    ),
    "must_be_true_or_false": Words(
        "'{name}' phải là true (có) hoặc false (không), không phải '{text}'"
    ),
    "must_be_date": Words(
        "'{name}' phải là một ngày, không phải '{text}'", "viết năm-tháng-ngày, ví dụ 2026-11-20"
    ),
    "must_be_list": Words(
        "'{name}' phải là danh sách", "mỗi dòng bắt đầu bằng gạch ngang và dấu cách"
    ),
    "must_be_fields": Words(
        "'{name}' phải gồm các dòng con", "xuống dòng, thụt vào 2 dấu cách, viết tên: giá trị"
    ),
    "must_be_one_of": Words("'{name}' không nhận '{text}'", "chọn một trong: {choices}", NEAR),
    "number_too_small": Words("'{name}' là {text}, ít nhất phải là {limit}", "{about}"),
    "number_too_big": Words("'{name}' là {text}, nhiều nhất là {limit}", "{about}"),
    "list_too_short": Words("'{name}' có {count} mục, ít nhất phải có {limit}", "{about}"),
    "list_too_long": Words("'{name}' có {count} mục, nhiều nhất là {limit}", "{about}"),
    "bad_name": Words(
        "'{text}' không làm tên được: chỉ chữ thường không dấu, số và gạch nối", "viết: {better}"
    ),
    "bad_letters": Words("'{text}' có ký tự không dùng được ở đây: {letters}", "{about}"),
    "value_refused": Words("'{name}' không nhận '{text}'", "{about}"),
    # steps and screens
    "no_steps": Words("bài chưa có bước nào", "thêm phần steps: với ít nhất một bước"),
    "step_not_fields": Words(
        "bước này không có tên trường: '{text}'", "viết như: - say: Lời nói với bác"
    ),
    "step_without_kind": Words("không rõ bước này làm gì", "cần một trong các trường: {kinds}"),
    "element_without_kind": Words(
        "không rõ mục này của màn hình là gì", "cần một trong các trường: {kinds}"
    ),
    "two_kinds": Words(
        "{where} có cả '{first}' và '{second}'", "mỗi mục chỉ một loại: giữ một, hoặc tách làm hai"
    ),
    "screen_not_list": Words(
        "màn hình '{name}' phải là danh sách", "mỗi dòng bắt đầu bằng gạch ngang và dấu cách"
    ),
    "element_not_fields": Words(
        "mục này của màn hình không có tên trường: '{text}'", "viết như: - text: Chữ để đọc"
    ),
    "screen_unknown": Words("không có màn hình '{name}'", "thêm vào phần screens:", NEAR),
    "checked_long_ago": Words(
        "dữ kiện đã {days} ngày chưa kiểm lại", "xem lại từng điều, rồi sửa ngày ở đây"
    ),
    "long_sentence": Words("câu dài {count} tiếng, nên có nhiều nhất {most}", "tách làm hai câu"),
    "many_sentences": Words(
        "chỗ này có {count} câu, nên có nhiều nhất {most}", "tách thành hai bước"
    ),
    "named_not_on_screen": Words(
        "câu nhắc tới chữ '{name}', nhưng trên màn hình của bước không có chữ đó",
        "viết đúng chữ trên màn hình, hoặc thêm chữ đó vào màn hình",
    ),
    "hotlines_not_listed": Words(
        "số gọi {value} không có trong danh sách dữ kiện",
        "thêm vào lessons/_facts.yaml kèm nguồn và ngày, hoặc bỏ đi",
    ),
    "fees_not_listed": Words(
        "mức phí {value} không có trong danh sách dữ kiện",
        "thêm vào lessons/_facts.yaml kèm nguồn và ngày, hoặc chỉ bác xem dòng Phí trên màn hình",
    ),
    "addresses_not_listed": Words(
        "địa chỉ {value} không có trong danh sách dữ kiện",
        "thêm vào lessons/_facts.yaml kèm nguồn và ngày, hoặc bỏ đi",
    ),
    "terms_not_listed": Words(
        "mốc tuổi hoặc thời hạn “{value}” không có trong danh sách dữ kiện",
        "thêm vào lessons/_facts.yaml kèm nguồn và ngày, hoặc chỉ bác hỏi ở quầy",
    ),
    "wrong_missing": Words(
        "bước này chưa có lời nhắc khi bác chạm nhầm", "thêm wrong: nhắc bác nhìn vào đâu"
    ),
    "voice_missing": Words(
        "{count} trong {all} câu của bài chưa có người thu tiếng {language}",
        "mời người nói tiếng ấy vào phòng thu, ở khu của cán bộ",
    ),
    "screen_unused": Words("không bước nào dùng màn hình '{name}'", "bỏ đi, hoặc thêm bước"),
    "target_unknown": Words(
        "trên màn hình '{screen}' không có '{name}'", "chạm được: {known}", NEAR
    ),
    "target_on_empty_screen": Words(
        "trên màn hình '{screen}' không có gì để chạm, nên không có '{name}'",
        "thêm một mục, ví dụ - button: {name}",
    ),
    "target_twice": Words(
        "màn hình này đã có '{name}' ở dòng {first}", "mỗi chỗ để chạm cần một tên riêng"
    ),
    "step_name_twice": Words("đã có bước tên '{name}' ở dòng {first}", "đặt tên khác"),
    "goto_nowhere": Words("không có bước nào tên '{name}'", "thêm name: {name} vào bước đó", NEAR),
    "goto_other_group": Words(
        "bước '{name}' thuộc nhóm diễn tập '{group}', có lượt học không có nhóm này",
        "chỉ nhảy tới bước cùng nhóm, hoặc bước không thuộc nhóm nào",
    ),
    "step_unreachable": Words(
        "không bao giờ tới được bước này", "thêm goto: ở một bước khác, hoặc bỏ bước này"
    ),
    "no_way_out": Words(
        "từ bước này bác đi vòng mãi, không tới cuối bài", "cho một goto: dẫn tới cuối bài"
    ),
    "no_choice_leads_on": Words(
        "câu hỏi không có câu trả lời đúng", "thêm right: true vào câu đúng"
    ),
    "marks_and_digits": Words(
        "'{text}' trộn chữ có dấu hoặc dấu phẩy với số hoặc @ _ /, không bàn phím nào có đủ",
        "tách thành hai bước gõ, hoặc viết không dấu",
    ),
    "no_sign_to_spot": Words(
        "lời nhắn không có dấu hiệu nào để tìm", "thêm sign: true vào mẩu là dấu hiệu lừa"
    ),
    "note_unknown": Words(
        "note không nhận '{text}'", "viết wifi, hoặc một danh sách label: và value:", NEAR
    ),
    # drawings
    "icon_missing": Words("không có hình nhỏ '{name}'", "xem các hình trong media/icons", NEAR),
    "picture_missing": Words(
        "không có hình '{name}'",
        "xem media/pictures; hình riêng thì đặt cạnh bài và ghi cả đuôi, ví dụ hinh-1.png",
        NEAR,
    ),
    "picture_file_missing": Words("không thấy tệp hình '{name}' cạnh bài", NO_PATH, NEAR),
    "picture_outside": Words("đường dẫn '{name}' ra ngoài thư mục của bài", NO_PATH),
    # several files, settings
    "number_twice": Words("số {number} đã là của bài ở {other}", "chọn số khác"),
    "id_twice": Words("đã có bài cùng tên tệp: {other}", "đổi tên một trong hai tệp"),
    "wifi_password_too_short": Words(
        "mật khẩu Wi-Fi ngắn hơn 8 chữ", "mạng không có mật khẩu thì bỏ dòng này"
    ),
    "web_address_strange": Words(
        "địa chỉ trang không bắt đầu bằng https://, hoặc có dấu cách",
        "không có trang thì bỏ dòng này",
    ),
}
