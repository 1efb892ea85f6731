"""The messages and questions of `kiosk new`."""

WORDS = {
    "bad_id": "Tên '{id}' không dùng được: chỉ chữ thường không dấu, số và gạch nối. Thử: {better}",
    "exists": "Đã có tệp {path}; không ghi đè. Chọn tên khác.",
    "taken": "Số {number} đã là của bài ở {path}. Số {free} còn trống.",
    "long_title": "Tên bài dài quá {most} chữ cái. Viết ngắn lại để bác dễ đọc.",
    "title": "Bài mới",
    "made": "Đã tạo {path}, số {number}. Mở ra sửa, và xem ngay bên cạnh: kiosk preview {path}",
    "intro": "Ba câu hỏi. Bấm Enter để nhận câu trả lời trong ngoặc vuông.",
    "ask_title": "Tên bài, hiện trên ô ở trang đầu",
    "ask_icon": "Hình nhỏ trên ô, ví dụ {some}",
    "no_icon": "Không có hình '{icon}'. {near}",
    "near": "Có phải {names} không?",
    "look": "Xem tên các hình trong thư mục media/icons.",
    "kinds": "Các loại bước:",
    "ask_kinds": "Bài gồm những bước nào, theo thứ tự? Gõ các số, cách nhau một dấu cách",
    "bad_kinds": "Chỉ gõ các số từ 1 đến {most}, ví dụ: 3 11 11 1",
}
