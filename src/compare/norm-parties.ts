import type { NormWords } from "../domain/norm.ts";
import type { Span } from "../domain/span.ts";
import { BODY_PATTERN } from "./body-names.ts";
import { wordsAt } from "./norm-words.ts";

/** What people and bodies that no table names begin with. */
const SOMEBODY =
  "[Tt]ổ chức|[Cc]á nhân|[Cc]ơ quan|[Đđ]ơn vị|[Nn]gười|[Hh]ộ (?:gia đình|nghèo|cận nghèo|kinh doanh|dân)|[Dd]oanh nghiệp|[Cc]hủ (?:đầu tư|sở hữu|sử dụng|cơ sở|rừng|hộ|dự án|xe|tàu|phương tiện|nguồn thải|thể|tịch|nuôi|nhà|công trình|vật nuôi|quản lý|hàng|bến)|[Cc]ơ sở|[Nn]hà (?:đầu tư|thầu|trường|giáo|nước)|[Hh]ợp tác xã|[Hh]ọc sinh|[Ss]inh viên|[Hh]ọc viên|[Cc]án bộ|[Cc]ông chức|[Vv]iên chức|[Gg]iáo viên|[Tt]hành viên|[Cc]ông dân|[Tt]rẻ em|[Pp]hụ nữ|[Đđ]ối tượng|[Cc]ộng đồng|[Nn]hân dân|[Cc]ác (?:bên|sở|ban|bộ|cấp|cơ quan|đơn vị|tổ chức|hộ|doanh nghiệp|chủ|thành viên|hội|đoàn thể|trường|cơ sở|địa phương|xã|phòng|đối tượng|nhà)|[Mm]ọi (?:tổ chức|cá nhân|người)|[Bb]ên (?:\\p{Ll}|\\p{Lu})|[Hh]ội đồng|[Hh]ội|[Tt]rưởng|[Pp]hó|[Cc]hủ tịch|[Gg]iám đốc|[Tt]rung tâm|[Tt]ổ (?:\\p{Ll}|\\p{Lu})|[Bb]an (?:\\p{Lu}|[Cc]hỉ đạo|[Đđ]ại diện|[Gg]iám đốc|[Qq]uản|[Tt]hường)|[Đđ]oàn (?:kiểm tra|thanh tra|đại biểu|giám sát|thanh niên|\\p{Lu})|Mặt trận Tổ quốc|Văn phòng|Chi cục|Cục|Vụ|Viện|Quỹ|Ngân hàng|Công an|Bộ (?:chỉ huy|Chỉ huy|Tư lệnh)|Sở|Bộ|Phòng|Thanh tra|Tòa án|Toà án|Viện kiểm sát|Kiểm toán|Kho bạc|Thuế|Bảo hiểm xã hội|Trường|Bệnh viện|Công ty|[Ll]ực lượng|[Đđ]ại biểu|[Nn]hân viên|[Ll]ao động|[Tt]hân nhân|[Nn]gân sách|Tập đoàn|Tổng công ty|Đảng ủy|Báo|Đài|[Tt]hư ký|[Cc]huyên gia|[Đđ]ịa phương|Chánh (?:Văn|Thanh|án)";

/** A person or a body, at the place the pattern stands. */
const ACTOR = `(?:${BODY_PATTERN}|(?:${SOMEBODY})(?![\\p{Ll}]))`;
const STARTS_WITH_ACTOR = new RegExp(`^(?:(?:[Mm]ỗi|[Nn]hững|[Cc]ác|[Mm]ột|[Tt]oàn thể)\\s)?${ACTOR}`, "u");
/** "cơ sở dữ liệu", "hội nghị", "Quỹ đất": things that begin like somebody. */
const THING =
  /^(?:[Cc]ác )?(?:[Cc]ơ sở (?:dữ liệu|hạ tầng|vật chất|pháp lý)|[Hh]ội (?:nghị|thảo|thi|họp|trường)|Quỹ đất|[Đđ]ơn vị (?:tính|đo)|Văn phòng phẩm|[Cc]hủ (?:trương|đề)|[Tt]ổ chức (?:thực hiện|lấy|kiểm|thu|triển|các|việc|họp|hội|bộ máy))/u;

export const isActor = (words: string): boolean =>
  STARTS_WITH_ACTOR.test(words) && !THING.test(words) && !(actsFirst(words) && !BODY_FIRST.test(words));

/** The body a stretch begins with; null where it begins otherwise: "cơ quan thuộc Ủy ban nhân dân tỉnh" is another one. */
const BODY_FIRST = new RegExp(`^${BODY_PATTERN}`, "u");
export const bodyFirst = (words: string): string | null => BODY_FIRST.exec(words)?.[0] ?? null;

const TASK_VERBS =
  "chủ trì|phối hợp|tổ chức|hướng dẫn|kiểm tra|theo dõi|đôn đốc|báo cáo|trình|tham mưu|ban hành|quyết định|phê duyệt|công bố|thành lập|thẩm định|xác nhận|tiếp nhận|xem xét|chỉ đạo|giám sát|thực hiện|triển khai|quản lý|xây dựng|lập|gửi|nộp|cấp|thông báo|công khai|bố trí|cân đối|tổng hợp|rà soát|cập nhật|lưu trữ|lưu giữ|bảo đảm|đảm bảo|chịu trách nhiệm|thanh tra|xử lý|giải quyết|trả|thu hồi|thu|nộp|cung cấp|lấy ý kiến|phản ánh|quyết nghị|thảo luận|biểu quyết|phân cấp|bảo vệ|tạo điều kiện|nghiên cứu|khuyến khích|đẩy mạnh|tăng cường|nâng cao|tiếp thu|thống nhất|chủ động|kịp thời|cử|trao đổi|tiếp tục|bổ sung|trang bị|mua sắm|loại bỏ|lồng ghép|thay thế|nghiêm túc|chỉ định|ấn định|công nhận|tham gia|tuyên truyền|phổ biến|vận động|bàn giao|đề xuất|đề nghị|kiến nghị|quy định|giao|phân công|ủy quyền|lựa chọn|sử dụng|hỗ trợ|chi trả|đánh giá|nghiệm thu|kiểm soát|hoàn thiện|hoàn thành|kê khai|đăng ký|đăng tải|niêm yết|ký|chấp hành|tuân thủ|áp dụng|căn cứ|phân bổ|phát hành|vận hành|khai thác|bảo trì|duy trì|bổ nhiệm|miễn nhiệm|cho phép|chấp thuận|công nhận|điều chỉnh|đình chỉ|khen thưởng|tự|làm|hoạt động|chịu";
const BARE_VERB = new RegExp(`\\s(${TASK_VERBS})(?![\\p{L}])`, "gu");
/** A verb after one of these is part of a name: "cơ quan quản lý", "đơn vị thực hiện", "người sử dụng". */
const NAMES_ACT =
  /(?:cơ quan|đơn vị|tổ chức|người|cá nhân|cơ sở|chủ|bên|nhà|công tác|việc|để|được|do|và|hoặc|Ban|chuyên môn|trực tiếp|phụ trách|Phòng|Văn phòng|Hội đồng|Tổ|Đoàn|Trung tâm|đối tượng|thẩm quyền|ngành|đại diện|có|đã|đang|theo|nơi|công|chương|quá|quy|giáo|độc|lộ|nguồn|mức|bàn|chuyển|trợ|cung|Ủy ban|các|của|hoạt động|dự án|thuộc|phí|tiền|sự)$/iu;
/** Words that are a verb only before what they govern: "tổ chức hành chính khác", "trình độ", "cấp tỉnh" are names. */
const NO_VERB =
  /^(?:quy định (?:tại|ở|trong)|tổ chức(?:,|$|\s(?:có|cá nhân|hành chính|khác|chính trị|xã hội|sử dụng|được|và|hoặc|kinh tế|tín dụng|nước|tôn giáo|đảng|nghề nghiệp|đại diện|trực thuộc|thuộc|liên quan|quản lý))|trình độ|cấp (?:tỉnh|huyện|xã|trên|dưới|có|nào)|thu nhập|giao thông|làm (?:việc|chủ)|tự (?:nhiên|chủ)|sử dụng đất(?! (?:đúng|vào|để))|ký (?:túc|hiệu)|lập (?:pháp|trường)|quản lý (?:nhà nước|ngành|chuyên ngành|dự án|trực tiếp)? ?(?:có|phải|về|tại|được))(?![\p{L}])/u;

/** `Chủ bến … bị thu hồi giấy phép`: who suffers it. */
const SUFFERS = /^[^;:.]{4,200}?(?:,\s|(?<!thiết|chuẩn|trang)\s)(?=bị\s)/u;

/** No name of a body in the tables is cut by a verb behind this many characters. */
const SHORT_NAME = 22;

/** Where the verb of a sentence without modal words begins, when it is told of somebody; -1 where it is not. */
export function taskVerbAt(sentence: string): number {
  if (actsFirst(sentence)) return 0;
  if (!isActor(sentence)) return -1;
  const named = BODY_FIRST.exec(sentence)?.[0].length ?? 4;
  for (const m of sentence.slice(0, LONGEST_BEARER).matchAll(BARE_VERB)) {
    // "Ban quản lý khu công nghiệp thực hiện": the pattern of names takes the verb along
    if ((m.index < named && m.index < SHORT_NAME) || NO_VERB.test(sentence.slice(m.index + 1, m.index + 40))) continue;
    if (m.index === named || isVerb(sentence, m))
      return m.index > named && BELOW.test(sentence.slice(named, m.index + 1)) ? looseVerbAt(sentence) : m.index + 1;
  }
  return looseVerbAt(sentence);
}

/** "đã được pháp luật quy định": the verb of a clause inside the name. */
const BELOW = /(?<!thiết|chuẩn|trang)\s(?:được|bị|mà|để|thì|nếu|khi)\s/u;
/** Verbs that seldom belong to a name, even behind "cơ quan, đơn vị". */
const LOOSE =
  /^[^;:.]{4,140}?(?:quan|đơn vị|cá nhân|tổ chức|người|chủ trì|liên quan|các cấp)\s(?=(?:thực hiện|phối hợp|chịu|báo cáo|phản ánh|gửi|nộp|bảo đảm|triển khai|căn cứ|rà soát|lập|xem xét|cung cấp)(?![\p{L}]))/u;
const looseVerbAt = (sentence: string): number =>
  LOOSE.exec(sentence)?.[0].length ?? SUFFERS.exec(sentence)?.[0].length ?? -1;

/** `Chủ trì thẩm định …`, `Tổ chức cuộc họp …`: the sentence begins with what is done. */
const ACTS_FIRST = new RegExp(`^(?:${TASK_VERBS})(?![\\p{L}])`, "iu");
const NAMES_FIRST =
  /^(?:(?:quyết định|quy định|kế hoạch|báo cáo|đề nghị|thông báo|đăng ký|chứng từ) (?:này|số|kèm|của|về|tại)|tổ chức, |thanh tra (?:tỉnh|chính phủ|bộ|sở|viên)|thu nhập|đề nghị của|cấp (?:tỉnh|huyện|xã|có))/iu;
export const actsFirst = (words: string): boolean =>
  ACTS_FIRST.test(words) &&
  !NAMES_FIRST.test(words) &&
  !NO_VERB.test(words.charAt(0).toLowerCase() + words.slice(1, 50));

/** In "cơ quan, tổ chức" and "tổ chức, cá nhân, đơn vị quản lý" the word belongs to the list of names. */
function isVerb(sentence: string, m: RegExpExecArray): boolean {
  const before = sentence.slice(Math.max(0, m.index - 14), m.index);
  if (NAMES_ACT.test(before)) return false;
  return m[1] !== "tổ chức" || !/(?:,|\svà|\shoặc)$/u.test(before);
}

/** Somebody's name and right behind it the verb: "Chính phủ quyết định …". What stands further on governs something else. */
export function namedThenActs(sentence: string): number {
  const named = BODY_FIRST.exec(sentence)?.[0].length ?? 0;
  return named > 0 && taskVerbAt(sentence) === named + 1 ? named + 1 : -1;
}

/** The verbs an act begins with: `chủ trì, phối hợp`, `xây dựng và ban hành`. */
const VERBS = new RegExp(
  `^(?:kịp thời |thường xuyên |định kỳ |trực tiếp |tự )?(?:${TASK_VERBS})(?![\\p{L}])(?:(?:, | và | hoặc )(?:${TASK_VERBS})(?![\\p{L}])){0,5}`,
  "iu",
);
export const verbsAt = (action: string): number => VERBS.exec(action)?.[0].length ?? 0;

export const LONGEST_BEARER = 220;

/** `do Ủy ban nhân dân cấp xã quyết định`, `thuộc thẩm quyền của …`: who decides of a thing. */
const BY_BODY = /(?<![\p{L}])(?:do|thẩm quyền của)\s(?=\p{L})/gu;
const DECIDES =
  /^\s(?:xem xét|quyết định|quy định|ban hành|phê duyệt|cấp|công bố|thẩm định|bổ nhiệm|thành lập|thực hiện|bảo đảm|chi trả|xác nhận|chủ trì)(?![\p{L}])/u;

export function decidingBody(text: string, { start, end }: Span): NormWords | null {
  const stretch = text.slice(start, end);
  for (const m of stretch.matchAll(BY_BODY)) {
    const from = m.index + m[0].length;
    const name = BODY_FIRST.exec(stretch.slice(from, from + LONGEST_BEARER))?.[0];
    if (!name || (m[0] === "do " && !DECIDES.test(stretch.slice(from + name.length, from + name.length + 20))))
      continue;
    return wordsAt(text, start + from, start + from + name.length);
  }
  return null;
}

/** `Giao Ủy ban nhân dân cấp xã tổ chức thực hiện`: the first word puts a duty on whom it names. */
const ASSIGNS = /^(?:giao|đề nghị|yêu cầu|phân công|khuyến khích)\s(?=\S)/iu;
export function assignsAt(sentence: string): number {
  const word = ASSIGNS.exec(sentence)?.[0] ?? "";
  return /^k/iu.test(word) || isActor(sentence.slice(word.length)) ? word.length : 0;
}

const TO_WHOM =
  /(?<![\p{L}])(?:đối với|cho|đến|tới|phối hợp với|cùng với|trình|báo cáo|gửi|đề nghị|giúp|tham mưu(?: giúp| cho)?|thông báo|nộp về|nộp)\s(?=\S)/gu;
/** Where the name of somebody ends. */
const NAME_ENDS =
  /[,;.:()\n]|\s(?:theo|trong|trước|để|khi|nếu|về|tại|bằng|kể từ|từ|nhằm|chậm nhất|xem xét|quyết định|ban hành|phê duyệt|thẩm định|tổ chức thực hiện|tổ chức(?= thực| triển| lấy)|dự thảo|trình|triển khai|tuyên truyền|tham mưu|hoạt động|trên|hằng|hàng (?:năm|quý|tháng)|xây dựng|nghiêm|tình hình|kế hoạch|thẩm quyền|thực hiện|công bố|giải quyết|xác nhận|xử lý|biết|cho|qua|và gửi|có (?=trách)|được|phải|thì|trừ|mà|là|hoặc gửi|vào|(?<!công )lập|kết quả)(?![\p{L}])/u;

/** To whom it is done; null where nobody is named. `bearer` is left out. */
export function counterpartIn(text: string, { start, end }: Span): NormWords | null {
  const stretch = text.slice(start, end);
  for (const m of stretch.matchAll(TO_WHOM)) {
    const from = m.index + m[0].length;
    if (!isActor(stretch.slice(from, from + 120))) continue;
    const body = BODY_FIRST.exec(stretch.slice(from, from + LONGEST_BEARER))?.[0].length ?? 0;
    return wordsAt(text, start + from, start + nameEnd(stretch, from, body));
  }
  return null;
}

/** `cơ quan nhà nước, đơn vị sự nghiệp và Chủ tịch …`: a name goes on behind a comma that somebody follows. */
function nameEnd(stretch: string, from: number, body: number): number {
  const limit = Math.min(stretch.length, from + LONGEST_BEARER);
  let at = from + body;
  for (let i = 0; i < MOST_NAMES; i++) {
    const rest = stretch.slice(at, limit);
    const cut = NAME_ENDS.exec(rest);
    if (cut === null) return limit === stretch.length ? limit : at + Math.max(rest.lastIndexOf(" "), 0);
    at += cut.index;
    const next = cut[0] === "," ? stretch.slice(at + 2, at + 80) : "";
    if (next === "" || !isActor(next)) return at;
    at += 2 + (BODY_FIRST.exec(next)?.[0].length ?? 1);
  }
  return at;
}

const MOST_NAMES = 6;

/** Somebody named right at an offset: `Nghiêm cấm TỔ CHỨC, CÁ NHÂN …`. */
export function actorAt(text: string, from: number, end: number): NormWords | null {
  const rest = text.slice(from, Math.min(end, from + LONGEST_BEARER));
  const lead = rest.length - rest.trimStart().length;
  if (!isActor(rest.slice(lead))) return null;
  const m = /^(?:(?:[Cc]ác |mọi )?(?:tổ chức, cá nhân|cơ quan, tổ chức, cá nhân|tổ chức và cá nhân))/iu.exec(
    rest.slice(lead),
  );
  return m ? wordsAt(text, from + lead, from + lead + m[0].length) : null;
}
