/** Invented documents of tỉnh An Khê, which does not exist; nor does Nghị định số 742/2024/NĐ-CP. */
export const DECISION_17 = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 17/2025/QĐ-UBND
An Khê, ngày 06 tháng 10 năm 2025

QUYẾT ĐỊNH
Ban hành Quy định quản lý hoạt động bến khách ngang sông trên địa bàn tỉnh An Khê

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Nghị định số 742/2024/NĐ-CP ngày 09 tháng 5 năm 2024 của Chính phủ quy định về vận tải hành khách ngang sông;
Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 88/TTr-SXD ngày 20 tháng 9 năm 2025;
Ủy ban nhân dân ban hành Quyết định ban hành Quy định quản lý hoạt động bến khách ngang sông trên địa bàn tỉnh An Khê.

Điều 1. Ban hành kèm theo Quyết định này Quy định quản lý hoạt động bến khách ngang sông trên địa bàn tỉnh An Khê.

Điều 2. Hiệu lực thi hành
1. Quyết định này có hiệu lực thi hành từ ngày 20 tháng 10 năm 2025.
2. Quyết định này thay thế Quyết định số 22/2021/QĐ-UBND ngày 09 tháng 8 năm 2021 của Ủy ban nhân dân tỉnh An Sơn.

Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Xây dựng và thủ trưởng các cơ quan có liên quan chịu trách nhiệm thi hành Quyết định này.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Khê

QUY ĐỊNH
Quản lý hoạt động bến khách ngang sông trên địa bàn tỉnh An Khê
(Kèm theo Quyết định số 17/2025/QĐ-UBND ngày 06 tháng 10 năm 2025 của Ủy ban nhân dân tỉnh An Khê)

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng
1. Quy định này quy định việc mở, công bố, quản lý và khai thác bến khách ngang sông trên các tuyến sông, kênh do tỉnh An Khê quản lý.
2. Quy định này áp dụng đối với chủ bến, người lái phương tiện, hành khách và cơ quan, tổ chức, cá nhân có liên quan.

Điều 2. Giải thích từ ngữ
1. Bến khách ngang sông là nơi có cầu, bậc hoặc mặt bằng để phương tiện neo, đậu, đón và trả khách từ bờ này sang bờ kia.
2. Từ ngữ khác hiểu theo Điều 3 Nghị định số 742/2024/NĐ-CP và khoản 4 Điều 2 Nghị định số 718/2017/NĐ-CP.

Chương II
MỞ BẾN VÀ KHAI THÁC BẾN

Điều 3. Điều kiện mở bến
1. Vị trí mở bến phải đáp ứng các điều kiện sau:
a) Phù hợp với quy hoạch kết cấu hạ tầng giao thông đường thủy;
b) Cách công trình cầu, cống, kè và bến hiện có tối thiểu 200 mét;
c) Có đường lên xuống an toàn cho người già, trẻ em và người khuyết tật.

Điều 4. Xây dựng bến
1. Bến được xây dựng theo thiết kế do chủ bến lập và tự chịu trách nhiệm.
2. Chủ bến gửi hồ sơ tới Sở Giao thông vận tải trước khi khởi công xây dựng bến.

Điều 5. Thời hạn công bố mở bến
1. Chủ bến nộp 01 bộ hồ sơ gồm các giấy tờ quy định tại khoản 1 Điều 9 Nghị định số 742/2024/NĐ-CP tại Trung tâm Phục vụ hành chính công cấp xã.
2. Trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ, Ủy ban nhân dân cấp xã công bố mở bến; trường hợp không công bố thì có văn bản trả lời và nêu rõ lý do.

Điều 6. Giá dịch vụ qua sông
1. Giá vé do chủ bến quyết định và thông báo tại bến.
2. Miễn vé cho học sinh theo quy định tại Điều 99 Nghị định số 742/2024/NĐ-CP.

Chương III
TRÁCH NHIỆM VÀ TỔ CHỨC THỰC HIỆN

Điều 7. Trang bị an toàn
1. Phương tiện phải có đủ áo phao hoặc dụng cụ nổi cho mọi hành khách trên phương tiện.

Điều 8. Kiểm tra bến
Phòng Kinh tế và Hạ tầng cấp huyện kiểm tra điều kiện hoạt động của bến sáu tháng một lần.

Điều 9. Chở khách mùa lũ
Khi mực nước vượt báo động 2, phương tiện có sức chở dưới 12 người được chở tối đa một nửa số khách đăng ký.

Điều 10. Chuyển tiếp
Bến đã được cấp phép trước ngày Quy định này có hiệu lực thì tiếp tục hoạt động đến hết thời hạn ghi trong giấy phép, theo hướng dẫn liên ngành số 45.
`;

export const DECREE_742 = `CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 742/2024/NĐ-CP
Hà Nội, ngày 09 tháng 5 năm 2024

NGHỊ ĐỊNH
Quy định về vận tải hành khách ngang sông

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;

Điều 3. Giải thích từ ngữ
Bến khách ngang sông là nơi đón và trả khách qua sông.

Điều 9. Hồ sơ và thời hạn
1. Hồ sơ mở bến gồm đơn đề nghị, sơ đồ vị trí và giấy tờ về đất.
2. Trong thời hạn không quá 07 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cơ quan có thẩm quyền công bố mở bến; trường hợp không công bố phải trả lời bằng văn bản, nêu rõ lý do.

Điều 20. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.
`;

export const DECISION_06 = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 06/2026/QĐ-UBND
An Khê, ngày 16 tháng 3 năm 2026

QUYẾT ĐỊNH
Sửa đổi, bổ sung, bãi bỏ một số điều của Quy định ban hành kèm theo Quyết định số 17/2025/QĐ-UBND

Điều 1. Sửa đổi, bổ sung, bãi bỏ một số điều của Quy định ban hành kèm theo Quyết định số 17/2025/QĐ-UBND
1. Sửa đổi khoản 1 Điều 6 như sau:
“1. Giá vé do chủ bến niêm yết công khai tại hai đầu bến và không vượt quá mức tối đa do Ủy ban nhân dân tỉnh quy định.”
2. Bổ sung Điều 6a sau Điều 6 như sau:
“Điều 6a. Vé điện tử
Bến có từ 500 lượt khách mỗi ngày trở lên phải bán vé điện tử.”
3. Bãi bỏ Điều 8 của Quy định.

Điều 2. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 4 năm 2026.
`;

/** A document that tries to become markup wherever its words are shown. */
export const HOSTILE_TITLE = `<script>alert(1)</script> "onmouseover="alert(2)" <img src=x onerror=alert(3)> và 'nháy' & ký tự lạ`;

export const DECISION_HOSTILE = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
-------
Số: 66/2025/QĐ-UBND
An Khê, ngày 01 tháng 12 năm 2025

QUYẾT ĐỊNH
Về việc thử chữ lạ

Điều 1. <script>alert("điều 1")</script>
1. Nội dung có thẻ <b>đậm</b> và <a href="javascript:alert(4)">liên kết</a> &lt;không đổi&gt;.
| Đối tượng | Mức <i>tối đa</i> |
|---|---|
| Hành khách | 5.000 |
2. Chuỗi dài không có khoảng trắng: ${"x".repeat(160)}
`;
