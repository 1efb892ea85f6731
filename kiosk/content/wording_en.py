"""Problems in English."""

from kiosk.content.words import Words

SEVERITIES = {"error": "error", "warning": "warning", "advice": "advice"}
OR = " or "
PLACES = {
    "lesson": "the lesson",
    "step": "the step of kind {name}",
    "element": "the screen element {name}",
    "part": "the part {name}",
    "settings": "the section {name} of the settings",
}
NAMELESS = {
    "step": "this step",
    "element": "this screen element",
    "settings": "the settings file",
}
NEAR = "did you mean {near}?"
REASONS = {
    "ENOENT": "there is no such file",
    "EACCES": "this file may not be read",
    "EISDIR": "this is a folder",
    "EIO": "the disk or the stick is damaged",
    "ELOOP": "the link leads round and round",
}
IN_QUOTES = "put the whole sentence in quotes: 'like this'"
NO_PATH = "put the picture beside the lesson and write only its name, such as picture-1.png"

WORDS = {
    # the file
    "file_too_big": Words(
        "the file has {size} KB, {most} KB at most", "split it into several short lessons"
    ),
    "file_unreadable": Words("the file cannot be opened", "the computer says: {reason}"),
    "not_utf8": Words(
        "the file is not Unicode text in UTF-8", "in Notepad: Save as…, encoding UTF-8"
    ),
    "nul_byte": Words(
        "the file has a zero byte: it is damaged, or no text file",
        "copy it again, or write it anew in a text editor",
    ),
    "control_sign": Words(
        "there is an invisible sign ({sign})", "delete this spot and type it anew"
    ),
    "file_empty": Words("the file is empty", "type `kiosk new` for a sample lesson"),
    "not_a_lesson": Words(
        "this file is not a lesson",
        "a lesson begins with lines such as title: Wi-Fi; type `kiosk new` for a sample",
    ),
    "file_name": Words(
        "the file name '{name}' cannot be used: only small plain letters, digits and hyphens",
        "rename it {better}",
    ),
    "wrong_ending": Words(
        "the kiosk does not see this file because of its ending", "rename it {better}"
    ),
    "settings_not_fields": Words(
        "this is not a settings file", "it has sections such as centre: and display:"
    ),
    # writing
    "tab": Words("the line is indented with a tab", "use spaces, 2 for each level"),
    "bad_indent": Words(
        "this line does not stand in line with the others of its level",
        "lines of the same level begin in the same column",
    ),
    "colon_in_text": Words("the sentence has a colon and is misunderstood", IN_QUOTES),
    "no_space_after_colon": Words(
        "a space is missing after '{name}:'", "write {name}: and then a space"
    ),
    "no_space_after_hyphen": Words(
        "a space is missing after the hyphen", "write a hyphen, a space, and then the word"
    ),
    "hyphen_after_colon": Words(
        "there is a list hyphen after '{name}:' on the same line",
        "begin a new line, indent it by 2 spaces, then write the hyphen; if it belongs to the "
        "sentence, put the whole sentence in quotes",
    ),
    "wrong_bullet": Words(
        "the line begins with the sign {sign}", "use the hyphen of the keyboard: -"
    ),
    "hyphen_missing": Words(
        "the hyphen is missing", "each item of a list begins with a hyphen and a space"
    ),
    "backslash_in_quotes": Words(
        "a \\ in double quotes is misunderstood", "use single quotes: 'like this'"
    ),
    "line_without_colon": Words(
        "the line '{text}' has no field name",
        "if it belongs to the sentence above, indent it by 2 more spaces; "
        "if it is a new field, it needs a colon",
    ),
    "quote_open": Words(
        "a quote is opened here and never closed", "add the closing quote after the sentence"
    ),
    "text_after_quote": Words(
        "there are words after the closing quote: {text}",
        "put the whole sentence in single quotes: '\"A\" is…'",
    ),
    "starts_with_sign": Words(
        "the sentence begins with the sign {sign} and is misunderstood", IN_QUOTES
    ),
    "bracket_open": Words(
        "the bracket {sign} is opened here and not closed where it should be",
        "add {closer} at the end",
    ),
    "yaml_unclear": Words(
        "from here on nothing can be understood", "look at colons, quotes and indentation"
    ),
    "text_lost_after_hash": Words(
        "'{text}' is left out, being taken for a comment",
        "if it belongs to the sentence, put the whole sentence in quotes",
    ),
    "two_documents": Words(
        "the file has two lessons, parted by a line ---", "one lesson for each file"
    ),
    "too_deep": Words("more than {most} levels inside each other", "look at the indentation"),
    "alias_refused": Words("'{text}' cannot be used", IN_QUOTES),
    "anchor_refused": Words("'{text}' cannot be used", IN_QUOTES),
    "tag_refused": Words("'{text}' cannot be used", IN_QUOTES),
    "key_twice": Words(
        "'{name}' is written twice; the first is on line {first}", "keep one of them"
    ),
    "key_missing": Words("there is no field name before the colon"),
    "key_not_text": Words("a field name must be a word", "is this bracket one too many?"),
    # fields
    "field_unknown": Words(
        "there is no field '{name}' in {where}",
        "the fields are: {fields}; or is the line indented wrongly?",
        NEAR,
    ),
    "field_missing": Words("the field '{name}' is missing in {where}", "{about}"),
    "field_empty": Words(
        "the field '{name}' has nothing after its colon", "fill it in, or remove the line"
    ),
    "item_empty": Words("there is nothing after the hyphen", "fill it in, or remove the line"),
    "text_empty": Words("the field '{name}' is left empty", "{about}"),
    "text_too_long": Words(
        "'{name}' has {count} letters, {limit} at most", "make it shorter, or split it"
    ),
    "must_be_text": Words("'{name}' must be a text", "{about}"),
    "must_be_whole_number": Words("'{name}' must be a whole number, not '{text}'", "{about}"),
    "must_be_number": Words("'{name}' must be a number, not '{text}'", "such as 21.5"),
    "must_be_true_or_false": Words("'{name}' must be true or false, not '{text}'"),
    "must_be_date": Words(
        "'{name}' must be a date, not '{text}'", "write year-month-day, such as 2026-11-20"
    ),
    "must_be_list": Words("'{name}' must be a list", "each line begins with a hyphen and a space"),
    "must_be_fields": Words(
        "'{name}' must have lines of its own",
        "begin a new line, indent it by 2 spaces, write name: value",
    ),
    "must_be_one_of": Words("'{name}' cannot be '{text}'", "one of: {choices}", NEAR),
    "number_too_small": Words("'{name}' is {text}, it must be at least {limit}", "{about}"),
    "number_too_big": Words("'{name}' is {text}, it can be {limit} at most", "{about}"),
    "list_too_short": Words("'{name}' has {count} items, it needs {limit} at least", "{about}"),
    "list_too_long": Words("'{name}' has {count} items, {limit} at most", "{about}"),
    "bad_name": Words(
        "'{text}' cannot be a name: only small plain letters, digits and hyphens",
        "write: {better}",
    ),
    "bad_letters": Words("'{text}' has signs that cannot be used here: {letters}", "{about}"),
    "value_refused": Words("'{name}' cannot be '{text}'", "{about}"),
    # steps and screens
    "no_steps": Words("the lesson has no steps", "add steps: with one step at least"),
    "step_not_fields": Words(
        "this step has no field name: '{text}'", "write it as: - say: What is told"
    ),
    "step_without_kind": Words(
        "it is not clear what this step does", "it needs one of the fields: {kinds}"
    ),
    "element_without_kind": Words(
        "it is not clear what this part of the screen is", "it needs one of the fields: {kinds}"
    ),
    "two_kinds": Words(
        "{where} has both '{first}' and '{second}'",
        "it can be of one kind only: keep one, or make two of it",
    ),
    "screen_not_list": Words(
        "the screen '{name}' must be a list", "each line begins with a hyphen and a space"
    ),
    "element_not_fields": Words(
        "this part of the screen has no field name: '{text}'",
        "write it as: - text: Words to read",
    ),
    "screen_unknown": Words("there is no screen '{name}'", "add it under screens:", NEAR),
    "checked_long_ago": Words(
        "the facts were last checked {days} days ago", "check each of them, then change this date"
    ),
    "long_sentence": Words(
        "the sentence has {count} syllables, {most} at most are good", "make two sentences of it"
    ),
    "many_sentences": Words(
        "there are {count} sentences here, {most} at most are good", "make two steps of it"
    ),
    "named_not_on_screen": Words(
        "the words name '{name}', which is not on the step's screen",
        "write what stands on the screen, or put it there",
    ),
    "hotlines_not_listed": Words(
        "the hotline {value} is not in the list of facts",
        "add it to lessons/_facts.yaml with its source and date, or leave it out",
    ),
    "fees_not_listed": Words(
        "the fee {value} is not in the list of facts",
        "add it to lessons/_facts.yaml with its source and date, or point at the screen instead",
    ),
    "addresses_not_listed": Words(
        "the address {value} is not in the list of facts",
        "add it to lessons/_facts.yaml with its source and date, or leave it out",
    ),
    "terms_not_listed": Words(
        "the age or term “{value}” is not in the list of facts",
        "add it to lessons/_facts.yaml with its source and date, or tell people to ask",
    ),
    "wrong_missing": Words(
        "this step says nothing after a wrong touch", "add wrong: telling where to look"
    ),
    "voice_missing": Words(
        "nobody has recorded {count} of the lesson's {all} sentences in {language} yet",
        "invite somebody who speaks it to the studio in the staff's area",
    ),
    "screen_unused": Words("no step uses the screen '{name}'", "remove it, or add a step"),
    "target_unknown": Words(
        "there is no '{name}' on the screen '{screen}'", "can be touched: {known}", NEAR
    ),
    "target_on_empty_screen": Words(
        "nothing can be touched on the screen '{screen}', so there is no '{name}'",
        "add something, such as - button: {name}",
    ),
    "target_twice": Words(
        "this screen has '{name}' on line {first} already",
        "each thing to touch needs a name of its own",
    ),
    "step_name_twice": Words(
        "the step on line {first} is called '{name}' already", "choose another name"
    ),
    "goto_nowhere": Words("no step is called '{name}'", "add name: {name} to that step", NEAR),
    "goto_other_group": Words(
        "the step '{name}' belongs to the rehearsal '{group}', which some runs leave out",
        "lead to a step of the same rehearsal, or of none",
    ),
    "step_unreachable": Words(
        "this step can never be reached", "add a goto: to another step, or remove this one"
    ),
    "no_way_out": Words(
        "from this step one goes round and round and never comes to the end",
        "let a goto: lead to the end",
    ),
    "no_choice_leads_on": Words(
        "the question has no right answer", "add right: true to the right one"
    ),
    "marks_and_digits": Words(
        "'{text}' mixes letters with marks or a comma with digits or @ _ /, which no keyboard has",
        "make two steps of it, or write it without marks",
    ),
    "no_sign_to_spot": Words(
        "the message has no sign to find", "add sign: true to the piece that gives it away"
    ),
    "note_unknown": Words(
        "note cannot be '{text}'", "write wifi, or a list of label: and value:", NEAR
    ),
    # drawings
    "icon_missing": Words("there is no icon '{name}'", "see media/icons", NEAR),
    "picture_missing": Words(
        "there is no picture '{name}'",
        "see media/pictures; put a picture of your own beside the lesson, "
        "and write its ending, such as picture-1.png",
        NEAR,
    ),
    "picture_file_missing": Words(
        "there is no picture file '{name}' beside the lesson", NO_PATH, NEAR
    ),
    "picture_outside": Words("the path '{name}' leads out of the lesson's folder", NO_PATH),
    # several files, settings
    "number_twice": Words(
        "the number {number} belongs to the lesson at {other}", "choose another number"
    ),
    "id_twice": Words("another lesson has the same file name: {other}", "rename one of the files"),
    "wifi_password_too_short": Words(
        "the Wi-Fi password has fewer than 8 letters", "without a password, remove this line"
    ),
    "web_address_strange": Words(
        "the address does not begin with https://, or has spaces in it",
        "without a page, remove this line",
    ),
}
