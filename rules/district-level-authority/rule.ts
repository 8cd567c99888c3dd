import { isAlive } from "../../src/engine/ended-works.ts";
import { isLocal } from "../../src/engine/issue-day.ts";
import { type Mention, presentMentions } from "../../src/engine/mentions.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule, type ReferenceRow, type RuleContext } from "../../src/engine/rule.ts";
import { termSource } from "../../src/engine/term-pattern.ts";

interface DistrictBody extends ReferenceRow {
  readonly term: string;
  readonly also: string;
  readonly new: string;
}

interface CentralCity extends ReferenceRow {
  readonly name: string;
}

const SHOWN_PLACES = 20;

export default defineRule({
  meta: {
    id: "district-level-authority",
    code: "G01",
    group: "apparatus",
    severity: "high",
    maturity: "stable",
    title: "Giao nhiệm vụ cho cơ quan cấp huyện đã kết thúc hoạt động",
    titleEn: "A duty is given to a district-level body that no longer exists",
    basis: [{ symbol: "72/2025/QH15", eId: null, from: "2025-07-01" }],
  },
  given: "document",
  // Central texts are read together with the decrees of June 2025 that moved the districts' tasks (NĐ 118–151/2025).
  when: (subject, day) => isLocal(subject) && day >= "2025-07-01",
  *check({ work }, context) {
    if (!isAlive(context)) return;
    const mentions = districtMentions(context);
    if (mentions.length === 0) return;
    const where = placeNames(
      context.subject,
      mentions.map((m) => m.eId),
    );
    const bodies = [...new Set(mentions.map((m) => m.text.replace(/\s+/gu, " ")))];
    const after = work.issuedOn !== null && work.issuedOn >= "2025-07-01";
    yield {
      message: `${opening(where)} giao nhiệm vụ cho cấp huyện: ${bodies.slice(0, 4).join(", ")}${mentions.length > 1 ? ` (${mentions.length} chỗ)` : ""}.`,
      why: `Cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15), nên không còn cơ quan thực hiện.${after ? " Văn bản được ban hành sau ngày đó." : ""}`,
      recommendation: `Sửa đổi, bổ sung ${where}: giao cho Ủy ban nhân dân cấp xã hoặc cơ quan cấp tỉnh theo nghị định phân định thẩm quyền của lĩnh vực; trong khi chưa sửa, áp dụng quy định chuyển tiếp về thẩm quyền.`,
      evidence: mentions.slice(0, SHOWN_PLACES).map((m) => context.quote(m.span)),
      identity: mentions.map((m) => `${m.eId} ${m.text}`).join("\n"),
      confidence: mentions.every((m) => /^(?:Ủy|Uỷ|UBND|Hội đồng|HĐND).*thành phố/u.test(m.text)) ? 0.75 : 0.92,
    };
  },
});

function districtMentions(context: RuleContext): readonly Mention[] {
  const { subject, day, table } = context;
  const offices = table<DistrictBody>("district-bodies", day).flatMap((row) => [
    row.term,
    ...(row.also ? row.also.split("|") : []),
  ]);
  const cities = new Set(table<CentralCity>("central-cities", day).map((row) => row.name));
  const found = presentMentions(
    subject,
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${COUNCILS}|${offices.map(termSource).join("|")})(?![\\p{L}\\p{N}])`, "gu"),
  );
  return found.filter((m) => !isCentralCity(m.text, cities, subject.issuer.place) && !speaksOfTheEnd(m));
}

/**
 * UBND, HĐND of a district, also at the end of a row of levels:
 *
 *     Ủy ban nhân dân cấp huyện · UBND các huyện · Ủy ban nhân dân cấp tỉnh, cấp huyện · UBND thành phố Vạn Phúc
 */
const COUNCILS = String.raw`(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND)(?:,?\s(?:cấp|tỉnh|xã|phường|thị trấn|các|và|hoặc)){0,8},?\s(?:huyện(?!\s(?:đảo|lỵ))|quận|thị xã|thành phố thuộc tỉnh|thành phố(?:\s\p{Lu}\p{L}*){1,4})`;

/** `thành phố Hải Phòng` is a province; so is the issuer's own city. */
function isCentralCity(text: string, cities: ReadonlySet<string>, own: string | null): boolean {
  const name = /thành phố\s(\p{Lu}.*)$/u.exec(text)?.[1]?.replace(/\s+/gu, " ");
  if (name === undefined) return false;
  return own === `thành phố ${name}` || [...cities].some((city) => name === city || name.startsWith(`${city} `));
}

/** The text that ends the districts, or says who takes over from them, must name them. */
const speaksOfTheEnd = ({ before, after }: Mention): boolean =>
  /(?:thay cho|thay thế|nhiệm vụ, quyền hạn của|thẩm quyền của|trách nhiệm của)\s[^,;]{0,30}$/iu.test(before) &&
  /(?:do|chuyển|giao|nay)\s[^;]{0,60}(?:cấp xã|xã, phường|cấp tỉnh)/iu.test(after);
