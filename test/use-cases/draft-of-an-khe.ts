/** A draft of the fictional province with faults a drafter makes, and the same draft with two of them mended. */
export const DRAFT = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số:      /2026/QĐ-UBND

An Khê, ngày     tháng     năm 2026

QUYẾT ĐỊNH

Quy định quản lý, khai thác bến khách ngang sông trên địa bàn tỉnh An Khê

Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13;

Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15;

Căn cứ Nghị định số 742/2024/NĐ-CP ngày 20 tháng 12 năm 2024 của Chính phủ quy định về quản lý, khai thác bến khách ngang sông;

Theo đề nghị của Giám đốc Sở Xây dựng;

Ủy ban nhân dân ban hành Quyết định quy định quản lý, khai thác bến khách ngang sông trên địa bàn tỉnh An Khê.

Điều 1. Phạm vi điều chỉnh

Quyết định này quy định việc quản lý, khai thác bến khách ngang sông trên địa bàn tỉnh An Khê.

Điều 2. Đối tượng áp dụng

1. Chủ bến, người lái phương tiện, hành khách qua sông.

2. Cơ quan quản lý nhà nước theo khoản 7 Điều 9 Nghị định số 742/2024/NĐ-CP.

Điều 3. Thời gian hoạt động

1. Bến hoạt động từ 05 giờ đến 21 giờ hằng ngày.

2. Việc neo đậu theo Quy chế về phao tiêu nội bộ số 9999/2024/QĐ-PTNB.

Điều 4. Điều khoản thi hành

1. Quyết định này có hiệu lực thi hành kể từ ngày 20 tháng 12 năm 2026.

2. Quyết định này thay thế Quyết định số 14/2019/QĐ-UBND ngày 18 tháng 6 năm 2019 của Ủy ban nhân dân tỉnh An Sơn.

Điều 5. Tổ chức thực hiện

Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Xây dựng, Chủ tịch Ủy ban nhân dân các xã, phường chịu trách nhiệm thi hành Quyết định này.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
`;

export const MENDED = DRAFT.replace(
  "Luật Tổ chức chính quyền địa phương số 77/2015/QH13",
  "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
).replace("khoản 7 Điều 9", "khoản 3 Điều 9");
