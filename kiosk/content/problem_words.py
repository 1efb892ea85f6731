"""Texts of problems, by problem code; the Vietnamese text is the key of its translations."""

from kiosk.content.words import ProblemWords

SEVERITIES = {"error": "lỗi", "warning": "nhắc", "advice": "gợi ý"}
OR = " hoặc "
PLACES = {
    "lesson": "bài",
    "step": "bước {name}",
    "element": "mục {name} trên màn hình",
    "part": "phần {name}",
    "settings": "phần {name} của cài đặt",
    "way": "lượt {name}",
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
    "ENOSYS": "đây không phải tệp",
    "EIO": "đĩa hoặc USB bị hỏng",
    "ELOOP": "đường dẫn tắt đi vòng tròn",
}
IN_QUOTES = "đặt cả câu trong dấu nháy: 'như thế này'"
NO_PATH = "đặt tệp hình cạnh bài, rồi chỉ ghi tên tệp, ví dụ hinh-1.png"

WORDS = {
    # the file
    "file_too_big": ProblemWords(
        "tệp dài {size} KB, nhiều nhất là {most} KB", "tách thành nhiều bài ngắn"
    ),
    "file_unreadable": ProblemWords("không mở được tệp", "máy báo: {reason}"),
    "not_utf8": ProblemWords(
        "tệp không phải chữ Unicode UTF-8", "trong Notepad: Lưu thành…, chọn mã hóa UTF-8"
    ),
    "not_plain_text": ProblemWords(
        "đây là tệp {sort}, không phải tệp chữ",
        "mở tệp, chép phần chữ vào Notepad, rồi lưu với mã hóa UTF-8",
    ),
    "file_cut": ProblemWords("tệp bị cắt ngang ở cuối", "chép lại tệp từ máy gốc"),
    "nul_byte": ProblemWords(
        "tệp có ký tự rỗng, giống tệp hỏng hoặc không phải tệp chữ",
        "chép lại tệp, hoặc viết lại bằng trình soạn thảo văn bản",
    ),
    "control_sign": ProblemWords("có ký tự lạ không nhìn thấy ({sign})", "xóa chỗ này rồi gõ lại"),
    "file_empty": ProblemWords("tệp trống", "gõ `kiosk new` để có một bài mẫu"),
    "not_a_lesson": ProblemWords(
        "tệp này không phải một bài học",
        "bài bắt đầu bằng các dòng như title: Nối Wi-Fi; gõ `kiosk new` để có bài mẫu",
    ),
    "file_name": ProblemWords(
        "tên tệp '{name}' không dùng được: chỉ chữ thường không dấu, số và gạch nối",
        "đổi tên thành {better}",
    ),
    "wrong_ending": ProblemWords(
        "ki-ốt không thấy tệp này vì đuôi tên sai", "đổi tên thành {better}"
    ),
    "settings_not_fields": ProblemWords(
        "tệp này không phải tệp cài đặt", "tệp gồm các phần như centre: và display:"
    ),
    # look-alike characters
    "odd_space": ProblemWords(
        "chỗ này có dấu cách lạ ({sign}), trông như dấu cách thường",
        "xóa các dấu cách ở chỗ này, rồi gõ lại bằng phím cách",
    ),
    "odd_space_inside": ProblemWords("trong câu có dấu cách lạ ({sign})", "gõ lại bằng phím cách"),
    "odd_break": ProblemWords(
        "có dấu xuống dòng lạ ({sign})", "xóa chỗ này, rồi gõ lại dấu cách hoặc phím Enter"
    ),
    "odd_colon": ProblemWords(
        "dấu hai chấm '{letter}' ({sign}) không phải của bàn phím thường",
        "gõ lại dấu hai chấm, rồi một dấu cách",
    ),
    "odd_dash": ProblemWords(
        "dấu gạch '{letter}' ({sign}) không phải của bàn phím thường",
        "dùng dấu gạch ngang của bàn phím: -",
    ),
    "curly_quotes": ProblemWords(
        "dấu nháy cong {letter} ({sign}) không bao được câu", "dùng dấu nháy thẳng: 'như thế này'"
    ),
    "wide_letters": ProblemWords(
        "'{text}' là chữ rộng ({sign}), không phải chữ thường", "gõ lại: {better}"
    ),
    "letter_lost": ProblemWords(
        "có chữ đã mất khi lưu ({sign}), ở '{text}'",
        "gõ lại chữ ấy; mất nhiều chỗ thì mở tệp gốc, lưu lại với mã hóa UTF-8",
    ),
    "letter_of_others": ProblemWords(
        "chữ '{letter}' ({sign}) trông giống '{better}' mà là chữ của tiếng khác",
        "xóa rồi gõ lại cả từ: {word}",
    ),
    "letter_not_drawn": ProblemWords(
        "máy không vẽ được '{letter}' ({sign}), bác chỉ thấy một ô trống",
        "bỏ đi; muốn có hình thì dùng icon: hoặc picture:",
    ),
    "old_letters": ProblemWords(
        "'{text}' không phải chữ Unicode ({table})",
        "đổi cả tệp sang Unicode UTF-8, ví dụ bằng bảng chuyển mã của UniKey",
        "đổi cả tệp sang Unicode UTF-8; chỗ này là {near}",
    ),
    "letters_in_code": ProblemWords("'{text}' là mã, không phải chữ", "gõ lại: '{better}'"),
    "lines_prefixed": ProblemWords("đầu dòng có '{text}' không thuộc về bài", "xóa ở mọi dòng"),
    "code_fence": ProblemWords("dòng {sign} không thuộc về bài", "xóa dòng này"),
    # YAML syntax
    "tab": ProblemWords("dòng thụt vào bằng phím Tab", "thay bằng dấu cách, mỗi bậc 2 dấu cách"),
    "bad_indent": ProblemWords(
        "dòng này thụt vào không thẳng hàng với các dòng cùng bậc",
        "các dòng cùng bậc bắt đầu ở cùng một cột",
    ),
    "colon_in_text": ProblemWords("trong câu có dấu hai chấm nên máy hiểu nhầm", IN_QUOTES),
    "no_space_after_colon": ProblemWords(
        "thiếu dấu cách sau '{name}:'", "viết {name}: rồi một dấu cách"
    ),
    "equals_sign": ProblemWords(
        "sau '{name}' là dấu bằng, không phải dấu hai chấm", "viết {name}: rồi một dấu cách"
    ),
    "no_space_after_hyphen": ProblemWords(
        "thiếu dấu cách sau dấu gạch đầu dòng", "viết gạch ngang, một dấu cách, rồi mới tới chữ"
    ),
    "hyphen_after_colon": ProblemWords(
        "sau '{name}:' có dấu gạch đầu dòng ngay trên cùng một dòng",
        "xuống dòng, thụt vào 2 dấu cách, rồi mới gạch; nếu gạch là chữ của câu thì đặt cả câu "
        "trong dấu nháy",
    ),
    "wrong_bullet": ProblemWords("đầu dòng có dấu {sign}", "dùng dấu gạch ngang của bàn phím: -"),
    "hyphen_missing": ProblemWords(
        "thiếu dấu gạch đầu dòng", "mỗi mục của danh sách bắt đầu bằng gạch ngang và dấu cách"
    ),
    "backslash_in_quotes": ProblemWords(
        "trong dấu nháy kép, dấu \\ làm máy hiểu nhầm", "dùng dấu nháy đơn: 'như thế này'"
    ),
    "line_without_colon": ProblemWords(
        "dòng '{text}' không có tên trường",
        "nếu là phần tiếp của câu trên thì thụt vào thêm 2 dấu cách; "
        "nếu là trường mới thì cần dấu hai chấm; nếu không phải của bài thì xóa",
    ),
    "quote_open": ProblemWords("dấu nháy mở ở đây mà không đóng", "thêm dấu nháy đóng ở cuối câu"),
    "text_after_quote": ProblemWords(
        "sau dấu nháy đóng còn chữ: {text}", "đặt cả câu trong dấu nháy đơn: '\"A\" là…'"
    ),
    "quote_inside": ProblemWords(
        "dấu nháy ở giữa câu đóng câu lại, còn chữ: {text}",
        'bỏ hai dấu nháy ở đầu và cuối câu, hoặc dùng dấu nháy kép: "như thế này"',
    ),
    "starts_with_sign": ProblemWords("câu bắt đầu bằng dấu {sign} nên máy hiểu nhầm", IN_QUOTES),
    "bracket_open": ProblemWords(
        "dấu {sign} mở ở đây mà không đóng đúng chỗ", "thêm dấu {closer} vào cuối"
    ),
    "yaml_unclear": ProblemWords(
        "không hiểu được từ chỗ này", "xem lại dấu hai chấm, dấu nháy và chỗ thụt vào"
    ),
    "text_lost_after_hash": ProblemWords(
        "máy bỏ qua phần '{text}' vì coi là ghi chú",
        "nếu là lời của câu thì đặt cả câu trong dấu nháy",
    ),
    "two_documents": ProblemWords("tệp có hai bài, ngăn bởi dòng ---", "mỗi tệp chỉ một bài"),
    "too_deep": ProblemWords("lồng vào nhau quá {most} bậc", "xem lại các chỗ thụt vào"),
    "alias_refused": ProblemWords("không dùng được '{text}'", IN_QUOTES),
    "anchor_refused": ProblemWords("không dùng được '{text}'", IN_QUOTES),
    "tag_refused": ProblemWords("không dùng được '{text}'", IN_QUOTES),
    "key_twice": ProblemWords(
        "'{name}' được viết hai lần; lần đầu ở dòng {first}", "giữ một, bỏ một"
    ),
    "key_twice_in_item": ProblemWords(
        "'{name}' được viết hai lần trong cùng một mục; lần đầu ở dòng {first}",
        "nếu là mục mới thì đặt gạch ngang và một dấu cách trước '{name}'; nếu không thì bỏ một",
    ),
    "key_missing": ProblemWords("trước dấu hai chấm không có tên trường"),
    "key_not_text": ProblemWords("tên trường phải là một từ", "dấu ngoặc này có thừa không?"),
    # fields
    "field_unknown": ProblemWords(
        "không có trường '{name}' trong {where}",
        "có các trường: {fields}; hay dòng này thụt vào sai?",
        NEAR,
    ),
    "field_missing": ProblemWords("thiếu trường '{name}' trong {where}", "{about}"),
    "field_empty": ProblemWords(
        "trường '{name}' chưa có gì sau dấu hai chấm", "viết vào, hoặc bỏ dòng"
    ),
    "item_empty": ProblemWords("sau dấu gạch đầu dòng chưa có gì", "viết vào, hoặc bỏ dòng"),
    "text_empty": ProblemWords("trường '{name}' để trống", "{about}"),
    "text_too_long": ProblemWords(
        "'{name}' dài {count} chữ cái, nhiều nhất là {limit}", "viết ngắn lại, hoặc tách làm hai"
    ),
    "must_be_text": ProblemWords("'{name}' phải là một câu chữ", "{about}"),
    "must_be_whole_number": ProblemWords(
        "'{name}' phải là số nguyên, không phải '{text}'", "{about}"
    ),
    "must_be_number": ProblemWords(
        "'{name}' phải là số, không phải '{text}'", "số lẻ viết với dấu chấm, ví dụ 21.5"
    ),
    "must_be_true_or_false": ProblemWords(
        "'{name}' phải là true (có) hoặc false (không), không phải '{text}'"
    ),
    "must_be_date": ProblemWords(
        "'{name}' phải là một ngày, không phải '{text}'",
        "viết năm-tháng-ngày, ví dụ 2026-11-20",
        "viết năm-tháng-ngày: {near}",
    ),
    "must_be_list": ProblemWords(
        "'{name}' phải là danh sách", "mỗi dòng bắt đầu bằng gạch ngang và dấu cách"
    ),
    "must_be_fields": ProblemWords(
        "'{name}' phải gồm các dòng con", "xuống dòng, thụt vào 2 dấu cách, viết tên: giá trị"
    ),
    "must_be_one_of": ProblemWords(
        "'{name}' không nhận '{text}'", "chọn một trong: {choices}", NEAR
    ),
    "number_too_small": ProblemWords("'{name}' là {text}, ít nhất phải là {limit}", "{about}"),
    "number_too_big": ProblemWords("'{name}' là {text}, nhiều nhất là {limit}", "{about}"),
    "list_too_short": ProblemWords("'{name}' có {count} mục, ít nhất phải có {limit}", "{about}"),
    "list_too_long": ProblemWords("'{name}' có {count} mục, nhiều nhất là {limit}", "{about}"),
    "bad_name": ProblemWords(
        "'{text}' không làm tên được: chỉ chữ thường không dấu, số và gạch nối", "viết: {better}"
    ),
    "bad_letters": ProblemWords("'{text}' có ký tự không dùng được ở đây: {letters}", "{about}"),
    "value_refused": ProblemWords("'{name}' không nhận '{text}'", "{about}"),
    # steps and screens
    "too_many_screens": ProblemWords(
        "bài có {count} màn hình, nhiều nhất là {most}", "tách thành nhiều bài ngắn"
    ),
    "too_many_elements": ProblemWords(
        "màn hình '{name}' có {count} mục, nhiều nhất là {most}", "bác chỉ cần thấy vài mục"
    ),
    "too_many_steps": ProblemWords(
        "bài có {count} bước, nhiều nhất là {most}", "tách thành nhiều bài ngắn"
    ),
    "no_steps": ProblemWords("bài chưa có bước nào", "thêm phần steps: với ít nhất một bước"),
    "step_not_fields": ProblemWords(
        "bước này không có tên trường: '{text}'", "viết như: - say: Lời nói với bác"
    ),
    "step_without_kind": ProblemWords(
        "không rõ bước này làm gì", "cần một trong các trường: {kinds}"
    ),
    "element_without_kind": ProblemWords(
        "không rõ mục này của màn hình là gì", "cần một trong các trường: {kinds}"
    ),
    "two_kinds": ProblemWords(
        "{where} có cả '{first}' và '{second}'", "mỗi mục chỉ một loại: giữ một, hoặc tách làm hai"
    ),
    "screen_not_list": ProblemWords(
        "màn hình '{name}' phải là danh sách", "mỗi dòng bắt đầu bằng gạch ngang và dấu cách"
    ),
    "element_not_fields": ProblemWords(
        "mục này của màn hình không có tên trường: '{text}'", "viết như: - text: Chữ để đọc"
    ),
    "screen_unknown": ProblemWords("không có màn hình '{name}'", "thêm vào phần screens:", NEAR),
    "checked_long_ago": ProblemWords(
        "dữ kiện đã {days} ngày chưa kiểm lại", "xem lại từng điều, rồi sửa ngày ở đây"
    ),
    "fact_differs": ProblemWords(
        "{by} thấy đã khác, ngày {on}: {fact}",
        "sửa điều này, rồi kiểm lại ở trang cán bộ Kiểm dữ kiện",
    ),
    "long_sentence": ProblemWords(
        "câu dài {count} tiếng, nên có nhiều nhất {most}", "tách làm hai câu"
    ),
    "many_sentences": ProblemWords(
        "chỗ này có {count} câu, nên có nhiều nhất {most}", "tách thành hai bước"
    ),
    "many_touches": ProblemWords(
        "bài có {count} việc phải làm trên điện thoại, nên có nhiều nhất {most}",
        "tách làm hai bài, ghi series: ở cả hai",
    ),
    "few_touches": ProblemWords(
        "bài chỉ có {count} việc để bác làm, nên có ít nhất {least}",
        "thêm bước chạm, gõ, cuộc gọi hoặc tin nhắn; câu hỏi không tính",
    ),
    "minutes_unbelievable": ProblemWords(
        "bài có {count} bước mà ghi số phút khó tin", "ghi từ {least} tới {most} phút"
    ),
    "series_part_twice": ProblemWords(
        "loạt bài đã có phần {part} ở {other}", "ghi part: khác cho một trong hai bài"
    ),
    "series_part_missing": ProblemWords(
        "loạt bài '{of}' thiếu phần {part}", "sửa part: cho liền nhau, bắt đầu từ 1"
    ),
    "series_title_differs": ProblemWords(
        "bài ở {other} gọi loạt bài này là '{title}'",
        "ghi title: của series: giống nhau ở mọi phần",
    ),
    "series_title_same": ProblemWords(
        "tên loạt bài giống hệt tên bài", "tên bài nói riêng phần này, ví dụ VNeID: kích hoạt"
    ),
    "group_unknown": ProblemWords("không có nhóm diễn tập nào tên '{name}'", "sửa tên, hoặc bỏ đi"),
    "helper_without_group": ProblemWords(
        "helper: chỉ dùng trong nhóm diễn tập", "thêm group: cho bước"
    ),
    "northern_word": ProblemWords(
        "'{word}' là tiếng miền ngoài, bác ở đây ít nói", "thử viết: {better}"
    ),
    "other_word": ProblemWords("'{word}': các bài đều nói '{better}'", "viết: {better}"),
    "not_spoken": ProblemWords(
        "giọng đọc sẽ bỏ qua {signs}: người nghe không biết là có",
        "viết bằng chữ, hoặc ghi thêm 'speak' là lời cần đọc",
    ),
    "named_not_on_screen": ProblemWords(
        "câu nhắc tới chữ '{name}', nhưng trên màn hình của bước không có chữ đó",
        "viết đúng chữ trên màn hình, hoặc thêm chữ đó vào màn hình",
    ),
    "hotlines_not_listed": ProblemWords(
        "số gọi {value} không có trong danh sách dữ kiện",
        "thêm vào lessons/_facts.yaml kèm nguồn và ngày, hoặc bỏ đi",
    ),
    "fees_not_listed": ProblemWords(
        "mức phí {value} không có trong danh sách dữ kiện",
        "thêm vào lessons/_facts.yaml kèm nguồn và ngày, hoặc chỉ bác xem dòng Phí trên màn hình",
    ),
    "addresses_not_listed": ProblemWords(
        "địa chỉ {value} không có trong danh sách dữ kiện",
        "trang tưởng tượng thì dùng đuôi .example; trang thật thì thêm vào lessons/_facts.yaml kèm "
        "nguồn và ngày",
    ),
    "terms_not_listed": ProblemWords(
        "mốc tuổi hoặc thời hạn “{value}” không có trong danh sách dữ kiện",
        "thêm vào lessons/_facts.yaml kèm nguồn và ngày, hoặc chỉ bác hỏi ở quầy",
    ),
    "wrong_missing": ProblemWords(
        "bước này chưa có lời nhắc khi bác chạm nhầm", "thêm wrong: nhắc bác nhìn vào đâu"
    ),
    "voice_missing": ProblemWords(
        "{count} trong {all} câu của bài chưa có người thu tiếng {language}",
        "mời người nói tiếng ấy vào phòng thu, ở khu của cán bộ",
    ),
    "screen_unused": ProblemWords("không bước nào dùng màn hình '{name}'", "bỏ đi, hoặc thêm bước"),
    "target_unknown": ProblemWords(
        "trên màn hình '{screen}' không có '{name}'", "chạm được: {known}", NEAR
    ),
    "target_on_empty_screen": ProblemWords(
        "trên màn hình '{screen}' không có gì để chạm, nên không có '{name}'",
        "thêm một mục, ví dụ - button: {name}",
    ),
    "target_twice": ProblemWords(
        "màn hình này đã có '{name}' ở dòng {first}", "mỗi chỗ để chạm cần một tên riêng"
    ),
    "step_name_twice": ProblemWords("đã có bước tên '{name}' ở dòng {first}", "đặt tên khác"),
    "goto_nowhere": ProblemWords(
        "không có bước nào tên '{name}'", "thêm name: {name} vào bước đó", NEAR
    ),
    "trouble_unknown": ProblemWords(
        "troubles: của bài không có '{name}'", "thêm {name}: với title: và steps:", NEAR
    ),
    "trouble_unused": ProblemWords(
        "không bước nào nhắc tới '{name}' trong troubles:",
        "ghi troubles: [{name}] ở bước hay gặp, hoặc xóa đi",
    ),
    "goto_other_group": ProblemWords(
        "bước '{name}' thuộc nhóm diễn tập '{group}', có lượt học không có nhóm này",
        "chỉ nhảy tới bước cùng nhóm, hoặc bước không thuộc nhóm nào",
    ),
    "step_unreachable": ProblemWords(
        "không bao giờ tới được bước này", "thêm goto: ở một bước khác, hoặc bỏ bước này"
    ),
    "no_way_out": ProblemWords(
        "từ bước này bác đi vòng mãi, không tới cuối bài", "cho một goto: dẫn tới cuối bài"
    ),
    "no_choice_leads_on": ProblemWords(
        "câu hỏi không có câu trả lời đúng", "thêm right: true vào câu đúng"
    ),
    "marks_and_digits": ProblemWords(
        "'{text}' trộn chữ có dấu hoặc dấu phẩy với số hoặc @ _ /, không bàn phím nào có đủ",
        "tách thành hai bước gõ, hoặc viết không dấu",
    ),
    "no_sign_to_spot": ProblemWords(
        "lời nhắn không có dấu hiệu nào để tìm", "thêm sign: true vào mẩu là dấu hiệu lừa"
    ),
    "note_unknown": ProblemWords(
        "note không nhận '{text}'", "viết wifi, hoặc một danh sách label: và value:", NEAR
    ),
    # traps for learners
    "value_unseen": ProblemWords(
        "bác phải gõ '{text}', nhưng ở {where} chưa ai nói và chưa chỗ nào hiện chữ ấy",
        "viết vào say: hoặc alone: của bước, thêm note:, hoặc cho tin nhắn tới bằng arrives:",
    ),
    "value_in_branch": ProblemWords(
        "bác phải gõ '{text}', nhưng ở {where} chỉ ai đi nhánh kia mới thấy chữ ấy",
        "cho chữ ấy hiện ở chính bước này, hoặc ở bước mà ai cũng đi qua",
    ),
    "single_touch": ProblemWords(
        "màn hình '{screen}' chỉ có một chỗ để chạm, bác không phải tìm gì",
        "thêm một hai mục khác như trên máy thật",
    ),
    "invented_app": ProblemWords(
        "ở lượt máy của bác, bước này chỉ vào '{name}', thứ chỉ có trong bài",
        "với ways: [own-phone] thì bỏ screen:, và nói tới thứ có trên máy của bác",
    ),
    "no_marks": ProblemWords("câu này không có dấu", "gõ lại cho có dấu, để máy đọc đúng"),
    "equal_answers": ProblemWords(
        "có hai câu trả lời giống nhau: '{text}'", "viết cho khác nhau, hoặc bỏ một"
    ),
    "answer_contradicted": ProblemWords(
        "lời giải thích trái với câu trả lời '{text}'",
        "sửa because:, hoặc sửa right: true cho đúng câu",
    ),
    "nothing_to_decide": ProblemWords(
        "câu trả lời nào cũng đúng, bác không phải chọn", "thêm một câu sai mà người ta hay làm"
    ),
    "right_always_there": ProblemWords(
        "câu hỏi nào cũng đúng ở ô thứ {count}, bác cứ chạm ô ấy là xong",
        "đổi chỗ câu trả lời ở vài câu hỏi",
    ),
    "label_twice": ProblemWords(
        "màn hình có hai chỗ cùng ghi '{text}', bác không biết chạm chỗ nào",
        "ghi khác nhau, hoặc thêm value: cho khác",
    ),
    "other_named": ProblemWords(
        "câu bảo chạm '{text}', nhưng phải chạm '{name}' mới đúng", "sửa câu, hoặc sửa tap:"
    ),
    "paper_missing": ProblemWords(
        "câu nói tới tờ giấy, nhưng bước này không có tờ giấy nào",
        "thêm note: với label: và value:, hoặc bỏ lời ấy",
    ),
    "code_on_paper": ProblemWords(
        "mã tới bằng tin nhắn mà lại ghi sẵn trên giấy", "bỏ note:, để bác đọc trong tin nhắn"
    ),
    "code_differs": ProblemWords(
        "tin nhắn mang mã {came} tới, mà bác phải gõ {text}", "sửa cho hai mã giống nhau"
    ),
    "because_alike": ProblemWords(
        "câu đúng và câu sai được giải thích y như nhau",
        "viết lại because: cho mỗi câu trả lời, bác mới biết vì sao",
    ),
    "secret_given": ProblemWords(
        "bài bảo bác làm điều kẻ gian hay xin: '{text}'",
        "mã và mật khẩu chỉ bác tự gõ; giấy tờ thì đưa ở quầy; tệp người khác gửi thì không mở",
    ),
    "spoken_number": ProblemWords(
        "giọng đọc số {text}, mà câu trên màn hình không có số ấy",
        "sửa speak: cho đúng số của câu",
    ),
    "code_without_message": ProblemWords(
        "bác phải gõ mã {text}, nhưng chưa có tin nhắn nào mang mã ấy tới",
        "thêm arrives: với from: và text: vào bước này",
    ),
    "message_unseen": ProblemWords(
        "tin nhắn tới lúc không thấy điện thoại, bác không đọc được", "thêm screen: cho bước này"
    ),
    "number_may_be_real": ProblemWords(
        "số {value} có thể là số của một người có thật",
        "dùng số giả: 09•• ••• •••, 0000 0000 0001, HS-MAU-0001",
    ),
    "asks_real_data": ProblemWords(
        "câu này xin mật khẩu, số thật của bác",
        "nói rõ là để tập, ví dụ: bấm sáu số nào cũng được, đừng bấm mã thật",
    ),
    "practice_value": ProblemWords(
        "ở lượt máy của bác, câu này bảo dùng '{text}', thứ chỉ để tập", "nói tới thứ thật của bác"
    ),
    "blames": ProblemWords(
        "'{text}' nghe như trách bác, hoặc hối bác", "viết: Chưa đúng. Rồi chỉ bác nhìn vào đâu."
    ),
    "because_missing": ProblemWords(
        "chọn '{text}' thì bác không được nghe vì sao", "thêm because: dưới câu trả lời"
    ),
    "answer_told": ProblemWords(
        "câu hỏi đã nói luôn câu trả lời đúng: '{text}'", "hỏi mà đừng nhắc tới câu trả lời"
    ),
    "answer_marked": ProblemWords(
        "hình '{text}' trông như dấu đúng, dấu sai, bác chưa chọn đã tưởng biết",
        "chọn hình khác, ví dụ hand, bin, back",
    ),
    "hint_empty": ProblemWords(
        "'{text}' chưa chỉ cho bác nhìn vào đâu", "viết thêm, ví dụ: Bác tìm hàng có chữ Wi-Fi."
    ),
    "colour_alone": ProblemWords(
        "câu chỉ nói '{text}': có bác không phân biệt được màu, và màn hình đổi màu được",
        "nói chữ hoặc hình trên chỗ phải chạm",
    ),
    "gesture_other": ProblemWords(
        "câu bảo '{text}', nhưng ở bước này chỉ chạm một cái là xong", "viết: Bác chạm…"
    ),
    "side_told": ProblemWords(
        "câu chỉ chỗ bằng '{text}': màn hình đứng hay chữ to thì chỗ ấy nằm nơi khác",
        "nói chữ hoặc hình trên chỗ đó",
    ),
    "in_capitals": ProblemWords(
        "câu viết toàn chữ in hoa, mắt yếu đọc rất mệt", "viết hoa chữ đầu câu và tên riêng thôi"
    ),
    "gap_left": ProblemWords("còn chỗ chưa điền: '{text}'", "điền vào, hoặc bỏ đi"),
    "markup_left": ProblemWords(
        "'{text}' là dấu của chương trình soạn thảo, bác thấy nguyên như vậy", "xóa đi"
    ),
    "real_bank": ProblemWords(
        "'{name}' là ngân hàng, ví tiền có thật", "trong bài tập thì viết: Ngân hàng Mẫu"
    ),
    "step_twice": ProblemWords("bước này y như bước trước", "sửa bước này, hoặc bỏ đi"),
    "alone_tells_all": ProblemWords(
        "câu này chép y câu say:, bác tự làm mà vẫn được chỉ hết",
        "chỉ nói việc cần làm, ví dụ: Bác mở Cài đặt nhé.",
    ),
    "space_unseen": ProblemWords(
        "trong '{text}' có dấu cách mà mắt không thấy, bác không biết phải gõ", "bỏ dấu cách ấy"
    ),
    "case_differs": ProblemWords(
        "trên giấy là {came}, mà bác phải gõ {text}: chữ hoa, chữ thường khác nhau",
        "ghi trên giấy đúng như phải gõ",
    ),
    "nothing_to_say": ProblemWords("'{text}' không có gì để đọc", "viết một câu, hoặc thêm speak:"),
    # drawings
    "icon_missing": ProblemWords(
        "không có hình nhỏ '{name}'", "xem các hình trong media/icons", NEAR
    ),
    "picture_missing": ProblemWords(
        "không có hình '{name}'",
        "xem media/pictures; hình riêng thì đặt cạnh bài và ghi cả đuôi, ví dụ hinh-1.png",
        NEAR,
    ),
    "picture_file_missing": ProblemWords("không thấy tệp hình '{name}' cạnh bài", NO_PATH, NEAR),
    "picture_outside": ProblemWords("đường dẫn '{name}' ra ngoài thư mục của bài", NO_PATH),
    "picture_empty": ProblemWords(
        "tệp hình '{name}' trống, không có gì bên trong", "chép lại tệp hình"
    ),
    "picture_unknown": ProblemWords(
        "tệp '{name}' không phải hình mà máy đọc được",
        "mở hình ra, chụp màn hình, rồi dùng ảnh chụp",
    ),
    "picture_cut": ProblemWords(
        "hình '{name}' bị hỏng hoặc chưa chép xong", "chép lại từ điện thoại hoặc máy kia"
    ),
    "picture_wide": ProblemWords(
        "hình '{name}' quá lớn: {size} điểm, nhiều nhất {most} triệu điểm",
        "mở hình ra, chụp màn hình, rồi dùng ảnh chụp",
    ),
    "picture_big": ProblemWords(
        "tệp hình '{name}' nặng {size} MB, nhiều nhất {most} MB",
        "mở hình ra, chụp màn hình, rồi dùng ảnh chụp",
    ),
    "picture_heavy": ProblemWords(
        "hình '{name}' cần quá nhiều thời gian hoặc bộ nhớ để mở",
        "mở hình ra, chụp màn hình, rồi dùng ảnh chụp",
    ),
    "picture_blank": ProblemWords(
        "hình '{name}' trống trơn, không thấy gì", "lưu lại thành tệp PNG"
    ),
    "picture_many_parts": ProblemWords(
        "hình vẽ '{name}' có {count} nét, nhiều nhất là {most}", "lưu lại thành tệp PNG"
    ),
    "picture_active": ProblemWords(
        "hình vẽ '{name}' có lệnh chạy bên trong: {part}", "lưu lại thành tệp PNG"
    ),
    "picture_leads_out": ProblemWords(
        "hình vẽ '{name}' lấy thêm thứ ở nơi khác: {part}", "lưu lại thành tệp PNG"
    ),
    "picture_foreign": ProblemWords(
        "hình vẽ '{name}' có phần chữ của trang web mà máy không vẽ được", "lưu lại thành tệp PNG"
    ),
    "picture_unreadable": ProblemWords("không mở được tệp hình '{name}'", "máy báo: {reason}"),
    "picture_not_kept": ProblemWords(
        "máy không có chỗ để chuẩn bị hình '{name}'",
        "máy báo: {reason}; xem đĩa còn chỗ trống không",
    ),
    # several files, settings
    "number_twice": ProblemWords("số {number} đã là của bài ở {other}", "chọn số khác"),
    "title_twice": ProblemWords(
        "bài ở {other} cũng tên '{title}', bác không biết chọn bài nào", "đặt tên khác"
    ),
    "id_twice": ProblemWords("đã có bài cùng tên tệp: {other}", "đổi tên một trong hai tệp"),
    "payment_code_damaged": ProblemWords(
        "mã thanh toán này bị hỏng: {text}", "chép lại cả mã; bốn ký tự cuối là số kiểm tra"
    ),
    "payment_code_real": ProblemWords(
        "mã thanh toán này là của một ngân hàng thật: {text}",
        "chỉ dùng số ngân hàng không có thật 999999, và tính lại bốn ký tự cuối",
    ),
    "code_dials": ProblemWords(
        "mã này làm máy của bác gọi điện hoặc mở ứng dụng: {text}",
        "bỏ mã đi, chỉ viết số gọi thành chữ",
    ),
    "code_writes": ProblemWords(
        "mã này làm máy của bác nhắn tin hoặc gửi thư: {text}",
        "bỏ mã đi; tin nhắn có thể mất tiền",
    ),
    "wifi_code_damaged": ProblemWords(
        "mã Wi-Fi này không dùng được: {text}",
        "với mạng của trung tâm thì viết qr: wifi; trong tên và mật khẩu, trước ; , : phải có "
        "dấu \\",
    ),
    "wifi_password_too_short": ProblemWords(
        "mật khẩu Wi-Fi ngắn hơn 8 chữ", "mạng không có mật khẩu thì bỏ dòng này"
    ),
    "wifi_password_too_long": ProblemWords(
        "mật khẩu Wi-Fi dài hơn 63 chữ", "chép lại cho đúng từng chữ của mật khẩu"
    ),
    "wifi_password_letters": ProblemWords(
        "mật khẩu Wi-Fi có chữ mà mật khẩu Wi-Fi không có: {letters}",
        "chỉ dùng chữ không dấu, số và dấu của bàn phím; bao bằng dấu nháy thẳng '…'",
    ),
    "wifi_name_too_long": ProblemWords(
        "tên mạng Wi-Fi dài hơn 32 byte (mỗi chữ có dấu chiếm 2 hoặc 3 byte)",
        "xem lại tên mạng trong cục phát Wi-Fi",
    ),
    "wifi_name_letters": ProblemWords(
        "tên mạng Wi-Fi có ký tự không nhìn thấy: {letters}", "xóa chỗ này rồi gõ lại"
    ),
    "wifi_field_empty": ProblemWords(
        "trường '{name}' của mạng Wi-Fi chưa có gì sau dấu hai chấm, hoặc bắt đầu bằng dấu #",
        "đặt cả giá trị trong dấu nháy: 'như thế này'; mạng không có mật khẩu thì bỏ dòng này",
    ),
    "printer_name_strange": ProblemWords(
        "'{text}' không phải tên máy in trong CUPS",
        "gõ `lpstat -e` để xem tên; không có máy in thì bỏ dòng này",
    ),
    "web_address_strange": ProblemWords(
        "địa chỉ trang không bắt đầu bằng https://, hoặc có dấu cách",
        "không có trang thì bỏ dòng này",
    ),
}
