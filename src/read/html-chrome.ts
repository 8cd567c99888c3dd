import type { Element, Nodes, Root } from "hast";
import { flatText } from "./html-text.ts";

/**
 * What of a page is not its document: scripts, hidden parts, navigation, banners, forms. A part that bears the marks of a
 * document itself (Quốc hiệu, Nơi nhận, Điều …) is never taken for a banner, whatever its class says.
 */
export function chromeOf(page: Root): ReadonlySet<Element> {
  const chrome = new Set<Element>();
  const visit = (node: Nodes): void => {
    if (node.type === "element" && isChrome(node)) {
      chrome.add(node);
      return;
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(page);
  return chrome;
}

const NEVER_TEXT: ReadonlySet<string> = new Set(
  (
    "script style noscript template head iframe object embed video audio canvas svg math button input select option textarea " +
    "datalist del applet map area dialog"
  ).split(" "),
);
const CHROME_TAGS: ReadonlySet<string> = new Set(["nav", "aside", "header", "footer"]);
const CHROME_ROLES =
  /^(?:navigation|banner|contentinfo|search|menu|menubar|complementary|dialog|alert|toolbar|tablist)$/u;
const CHROME_NAMES =
  /^(?:nav|navbar|navigation|menu|main-?menu|breadcrumbs?|sidebar|side-bar|footer|site-footer|header|site-header|banner|cookies?|cookie-(?:banner|consent|notice)|share|social|social-share|toolbar|pagination|comments?|advert(?:isement)?s?|ads?|qc|quangcao|related|lien-quan|vb-?lien-?quan|toc|muc-?luc|popup|modal|tooltip|sr-only|visually-hidden)$/iu;

function isChrome(node: Element): boolean {
  if (NEVER_TEXT.has(node.tagName) || isHidden(node)) return true;
  const names = [...list(node.properties.className), ...list(node.properties.id)];
  const named =
    CHROME_TAGS.has(node.tagName) ||
    CHROME_ROLES.test(String(node.properties.role ?? "")) ||
    names.some((n) => CHROME_NAMES.test(n));
  return named && !bearsLegalMarks(flatText(node, 400_000));
}

const list = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];

function isHidden(node: Element): boolean {
  if (node.properties.hidden !== undefined && node.properties.hidden !== false) return true;
  if (String(node.properties.ariaHidden) === "true") return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu.test(
    String(node.properties.style ?? ""),
  );
}

const bearsLegalMarks = (text: string): boolean => LEGAL_MARKS.some((mark) => mark.test(text));

/** Bounded everywhere: the text may come from anybody. */
const LEGAL_MARKS: readonly RegExp[] = [
  /CỘNG\s{1,5}H(?:ÒA|OÀ)\s{1,5}XÃ\s{1,5}HỘI/u,
  /Nơi\s{1,5}nhận|NƠI\s{1,5}NHẬN|QUYẾT\s{1,5}ĐỊNH\s?:/u,
  // An article with words of its own; a table of contents has only the heading.
  /^[ \t]{0,20}Điều\s\d{1,4}\. [^\n]{200}/mu,
];

/**
 * The element that holds the document. Goes down from the page as long as one child holds nearly all the letters and
 * *every* mark of a document its parent holds; so a head or a signature beside the main part is never cut off.
 */
export function mainContentOf(page: Root, chrome: ReadonlySet<Element>): Root | Element {
  const weights = new Map<Nodes, Weight>();
  weigh(page, chrome, weights);
  let current: Root | Element = page;
  if ((weights.get(page)?.heads ?? 0) === 0) return page;
  for (;;) {
    const here: Weight = weights.get(current) ?? NOTHING;
    const children: readonly Nodes[] = current.children;
    const heir = children
      .filter((child): child is Element => child.type === "element")
      .find((child) => {
        const w = weights.get(child) ?? NOTHING;
        return w.letters >= here.letters * 0.6 && w.marks === here.marks;
      });
    // Below this only the inside of the document is left; a table or a paragraph is never the whole of it.
    if (heir === undefined || /^(?:table|tbody|tr|p|ol|ul)$/u.test(heir.tagName)) return current;
    current = heir;
  }
}

interface Weight {
  readonly letters: number;
  readonly marks: number;
  readonly heads: number;
}
const NOTHING: Weight = { letters: 0, marks: 0, heads: 0 };

/** A mark may be cut by tags ("<b>Nơi</b> nhận"): missing one only makes the choice more careful, never less. */
function weigh(node: Nodes, chrome: ReadonlySet<Element>, weights: Map<Nodes, Weight>): Weight {
  let [letters, marks, heads] = [0, 0, 0];
  if (node.type === "text") {
    letters = node.value.trim().length;
    heads = count(node.value, /CỘNG\s{1,5}H(?:ÒA|OÀ)\s{1,5}XÃ\s{1,5}HỘI/gu);
    marks =
      heads +
      count(
        node.value,
        /Nơi\s{1,5}nhận|PHỤ LỤC|Phụ lục|(?:KT|TM|TL|Q)\.\s|CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|Số:|^\s{0,20}Điều\s{1,3}\d/gu,
      );
  } else if ("children" in node && !(node.type === "element" && chrome.has(node))) {
    for (const child of node.children) {
      const w = weigh(child, chrome, weights);
      letters += w.letters;
      marks += w.marks;
      heads += w.heads;
    }
  }
  const weight = { letters, marks, heads };
  weights.set(node, weight);
  return weight;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What portals print of a document's standing and dates, each a whole line. Never a line of the law itself. */
const PORTAL_FACTS: readonly RegExp[] = [
  /^(?:tình trạng|tình trạng hiệu lực|hiệu lực|trạng thái) ?: ?[\p{L} ]{0,40}$/u,
  /^(?:ngày cập nhật|ngày đăng|ngày đăng công báo|ngày có hiệu lực|ngày hết hiệu lực|lượt xem|số lượt xem|lượt tải) ?: ?[\d./:, -]{0,30}(?:đã biết|đang cập nhật)?$/u,
];

/** Labels and buttons of portals, each a whole line. */
const PORTAL_WORDS: ReadonlySet<string> = new Set([
  "còn hiệu lực",
  "hết hiệu lực",
  "hết hiệu lực toàn bộ",
  "hết hiệu lực một phần",
  "chưa có hiệu lực",
  "ngưng hiệu lực",
  "ngưng hiệu lực một phần",
  "không còn phù hợp",
  "in trang",
  "in bài viết",
  "in văn bản",
  "bản in",
  "tải về",
  "tải xuống",
  "tải văn bản",
  "tải file",
  "chia sẻ",
  "gửi email",
  "quay lại",
  "về đầu trang",
  "phóng to",
  "thu nhỏ",
  "xem thêm",
  "đóng",
  "đăng nhập",
  "đăng ký",
  "trang chủ",
  "tìm kiếm",
  "liên hệ",
  "sơ đồ trang",
  "toàn văn",
  "thuộc tính",
  "lịch sử",
  "lược đồ",
  "vb liên quan",
  "văn bản liên quan",
  "bản pdf",
  "văn bản gốc",
  "vb gốc",
  "tiếng anh",
  "hiệu lực văn bản",
  "bản dịch",
  "mục lục văn bản",
]);

/**
 * Portal lines go before the head of the document and after its last line; between them nothing is touched, because
 * "Lịch sử" may be a cell of an annex. `lineOf` = how many of the lines before a given one are left.
 */
export function withoutPortalLines(text: string): { readonly text: string; readonly lineOf: (line: number) => number } {
  const lines = text.split("\n");
  const head = lines.findIndex((line) => /^CỘNG\s{1,5}H(?:ÒA|OÀ)\s{1,5}XÃ/u.test(line));
  const surplus = (line: string): boolean => line.trim() === "" || isPortalLine(line);
  const opening = lines.findIndex((line) => !surplus(line));
  const last = lines.findLastIndex((line) => !surplus(line));
  const kept: string[] = [];
  const before: number[] = [];
  lines.forEach((line, i) => {
    before.push(kept.length);
    const surplusHere = i > last || (i < Math.max(head, opening) && isPortalLine(line));
    // one empty line between two blocks, none before the first
    if (!surplusHere && (line !== "" || (kept.at(-1) ?? "") !== "")) kept.push(line);
  });
  return { text: kept.join("\n").trim(), lineOf: (line) => before[line] ?? (line < 0 ? line : kept.length) };
}

/** A row of labels ("Toàn văn | Thuộc tính | Lược đồ") is one when all of them are. */
function isPortalLine(line: string): boolean {
  if (line.length > 120 || line.trim() === "") return false;
  const plain = line.trim().toLowerCase().normalize("NFC");
  return (
    plain.split(" | ").every((label) => PORTAL_WORDS.has(label)) || PORTAL_FACTS.some((pattern) => pattern.test(plain))
  );
}
