import type { Effect } from "../../src/domain/effect.ts";
import type { LegalDocument } from "../../src/domain/legal-document.ts";
import { extractFacts } from "../../src/extract/extract-facts.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { consolidate } from "../../src/timeline/consolidate.ts";
import { deriveEffects } from "../../src/timeline/derive-effects.ts";
import type { Consolidation } from "../../src/timeline/timeline.ts";
import { work } from "./made-up.ts";

/** A decision of the fictional province as text: only the articles are given. */
export const decision = (symbol: string, day: string, title: string, articles: string): string => {
  const [y, m, d] = day.split("-");
  return `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: ${symbol}

An Khê, ngày ${d} tháng ${m} năm ${y}

QUYẾT ĐỊNH

${title}

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;

Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 11/TTr-SNNMT ngày 02 tháng 6 năm 2025;

Ủy ban nhân dân ban hành Quyết định ${title.charAt(0).toLowerCase()}${title.slice(1)}.

${articles}
`;
};

export const BASE = work("12/2025/QĐ-UBND", "2025-07-10", "2025-07-20");

export const baseText = (articles: string): string =>
  decision(
    "12/2025/QĐ-UBND",
    "2025-07-10",
    "Quy định mức hỗ trợ nuôi ong trên địa bàn tỉnh An Khê",
    `${articles}\n\nĐiều ${(articles.match(/^Điều \d/gmu) ?? []).length + 1}. Hiệu lực thi hành\n\nQuyết định này có hiệu lực thi hành kể từ ngày 20 tháng 7 năm 2025.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nĐinh Văn Thạch`,
  );

export const amenderText = (symbol: string, day: string, instructions: string): string =>
  decision(
    symbol,
    day,
    "Sửa đổi, bổ sung một số điều của Quyết định số 12/2025/QĐ-UBND quy định mức hỗ trợ nuôi ong trên địa bàn tỉnh An Khê",
    `Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2025/QĐ-UBND\n\n${instructions}\n\nĐiều 2. Hiệu lực thi hành\n\nQuyết định này có hiệu lực thi hành kể từ ngày 01 tháng 3 năm 2026.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nĐinh Văn Thạch`,
  );

/** What an amending document does to the base, every instruction taken for one about the base. */
export function effectsOf(
  text: string,
  symbol: string,
  target = BASE.id,
): { effects: Effect[]; document: LegalDocument } {
  const document = parseDocument(text);
  const facts = extractFacts(document);
  const source = work(symbol, "2026-02-10", null);
  const amendments = facts.amendments.map((a) => ({
    ...a,
    resolution: { kind: "work" as const, work: target, how: "" },
  }));
  const effects = deriveEffects({ work: source, document, facts, resolved: { amendments } });
  return { effects: effects.filter((e) => e.target === target), document };
}

/** The base consolidated after one amending decision with these instructions (`1. Sửa đổi …`). */
export function consolidateText(
  base: string,
  ...amenders: readonly string[]
): Consolidation & { readonly lines: string[] } {
  const document = parseDocument(baseText(base));
  const sources = new Map<string, LegalDocument>();
  const effects = amenders.flatMap((instructions, i) => {
    const symbol = `0${i + 4}/2026/QĐ-UBND`;
    const made = effectsOf(amenderText(symbol, "2026-02-10", instructions), symbol);
    sources.set(symbol, made.document);
    return made.effects;
  });
  const result = consolidate({ work: BASE, document, effects, on: "2026-06-01", sources });
  return { ...result, lines: result.provisions.map((p) => `${p.eId} [${p.state}] ${p.text.replace(/\n/gu, "⏎")}`) };
}
