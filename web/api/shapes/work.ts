import { z } from "zod";
import { DOCUMENT_TYPES } from "../../../src/domain/document-type.ts";
import type { EId } from "../../../src/domain/e-id.ts";
import { CERTAINTY_NAMES, STATUS_NAMES, type StatusPeriod, type UnitStatus } from "../../../src/domain/status.ts";
import type { Work, WorkId } from "../../../src/domain/work.ts";
import { workUri } from "../../../src/domain/work-uri.ts";
import { day, eId, keysOf, list, named, span, workId } from "./named.ts";

export const statusName = keysOf(STATUS_NAMES);
export const documentType = keysOf(DOCUMENT_TYPES);
export const yesNoUnsure = z.enum(["yes", "no", "unsure"]);

export const work = named(
  "Work",
  z.strictObject({
    id: workId,
    uri: z.string().describe("Địa chỉ FRBR của văn bản, như trong Akoma Ntoso. / FRBR address, as in Akoma Ntoso."),
    symbol: z.string().nullable(),
    type: documentType,
    title: z.string().nullable(),
    issuer: z.string().nullable(),
    issuedOn: day.nullable(),
    effectiveOn: day.nullable(),
    known: z
      .enum(["text", "register", "listed", "cited"])
      .describe(
        "text: có lời văn trong kho; register, listed, cited: chỉ biết qua sổ đăng ký, danh mục, dẫn chiếu. / Where it is known from.",
      ),
    normative: yesNoUnsure,
  }),
);

export const workOf = (w: Work): z.input<typeof work> => ({
  id: w.id,
  uri: workUri(w),
  symbol: w.symbol,
  type: w.type,
  title: w.title,
  issuer: w.issuer,
  issuedOn: w.issuedOn,
  effectiveOn: w.effectiveOn,
  known: w.known,
  normative: w.normative,
});

export const workOrNull = (w: Work | null | undefined): z.input<typeof work> | null => (w ? workOf(w) : null);

/** The works that an answer names by id, once each. */
export const worksIn = (works: ReadonlyMap<WorkId, Work>): readonly z.input<typeof work>[] =>
  [...works.values()].map(workOf);

export const quote = named(
  "Quote",
  z.strictObject({
    work: workId.nullable(),
    symbol: z.string().nullable(),
    eId: eId.nullable(),
    quote: z.string().describe("Nguyên văn; trống khi sự việc lấy từ sổ đăng ký. / Verbatim."),
    span: span.nullable(),
  }),
);

export const because = named(
  "Proof",
  z.strictObject({
    ...quote.shape,
    rule: z.string().describe("commenced, replaced, repealed, expired, term, parent-ceased …"),
    from: day.nullable(),
    says: z.string().describe("Câu tiếng Việt dùng được trong danh mục. / Vietnamese sentence for a list."),
    certainty: keysOf(CERTAINTY_NAMES).optional(),
    announcedOn: day.optional(),
    territory: list(z.string()).optional(),
  }),
);

export const unitStatus = named(
  "UnitStatus",
  z.strictObject({
    eId,
    name: z.string().describe("khoản 2 Điều 5 / The unit as it is cited."),
    status: z.enum(["amended", "inserted", "repealed", "suspended", "phrase-changed"]),
    since: day,
    because: list(because),
  }),
);

export const statusPeriod = named(
  "StatusPeriod",
  z.strictObject({
    from: day.nullable().describe("Ngày đầu; null = từ trước tới nay. / First day; null = always before."),
    to: day.nullable().describe("Ngày đầu tiên không còn tính; null = chưa hết. / First day after; null = open."),
    status: statusName,
    since: day.nullable(),
    reason: z.string(),
    because: list(because),
    units: list(unitStatus),
  }),
);

export const unitStatusOf = (u: UnitStatus, name: (eId: EId) => string): z.input<typeof unitStatus> => ({
  eId: u.eId,
  name: name(u.eId),
  status: u.status,
  since: u.since,
  because: u.because,
});

export const periodOf = (p: StatusPeriod, name: (eId: EId) => string): z.input<typeof statusPeriod> => ({
  from: p.from,
  to: p.to,
  status: p.status,
  since: p.since,
  reason: p.reason,
  because: p.because,
  units: p.units.map((u) => unitStatusOf(u, name)),
});
