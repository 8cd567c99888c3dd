import type { getDocumentProxy as openWithPdfJs } from "unpdf";
import { fontEncodingOf } from "./old-font.ts";
import { at, type Font, type Matrix, type OperatorCodes, type Operators, readDrawing } from "./pdf-glyphs.ts";
import type { PdfPage, Rule } from "./pdf-page.ts";
import { wordsOf } from "./pdf-words.ts";

/** A PDF that opened: its pages are read one by one, each let go before the next. */
export interface OpenPdf {
  readonly pageCount: number;
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

type PdfDocument = Awaited<ReturnType<typeof openWithPdfJs>>;
type Page = Awaited<ReturnType<PdfDocument["getPage"]>>;

export type PdfFault = "encrypted" | "broken";

/** Opens a PDF: no pictures, no scripts, no network. The one door to pdf.js; it is loaded on first use. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | PdfFault> {
  const { getDocumentProxy, getResolvedPDFJS } = await import("unpdf");
  completeArrayBuffer();
  const { OPS } = await getResolvedPDFJS();
  let document: PdfDocument;
  try {
    // A copy: pdf.js takes the buffer away from its owner.
    document = await getDocumentProxy(new Uint8Array(bytes), PDF_JS);
  } catch (error) {
    return (error as Error).name === "PasswordException" ? "encrypted" : "broken";
  }
  return {
    pageCount: document.numPages,
    async page(number) {
      const page = await document.getPage(number);
      try {
        return await readPage(page, number, OPS);
      } finally {
        page.cleanup();
      }
    },
    close: async () => {
      await document.loadingTask.destroy();
    },
  };
}

/** Pictures are never decoded (`maxImageSize`): a scan costs nothing until somebody wants it recognised. */
const PDF_JS = {
  verbosity: 0,
  maxImageSize: 1,
  disableFontFace: true,
  isEvalSupported: false,
  isOffscreenCanvasSupported: false,
  useSystemFonts: true,
  enableXfa: false,
  useWorkerFetch: false,
} as const;

/** Notes, form fields and the pictures of digital signatures are no part of the page. */
const WITHOUT_ANNOTATIONS = 0;

/** Node 20 has no `transferToFixedLength` (ES2024), which pdf.js calls when it hands fonts over. */
function completeArrayBuffer(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (this: ArrayBuffer) => ArrayBuffer };
  prototype.transferToFixedLength ??= function copy(this: ArrayBuffer) {
    return this.slice(0);
  };
}

async function readPage(page: Page, number: number, codes: OperatorCodes): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = (await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS })) as Operators;
  const drawing = readDrawing(operators, viewport.transform as unknown as Matrix, codes, fontsOf(page));
  const { matrix, ...words } = wordsOf(drawing.glyphs, viewport.width, viewport.height);
  return {
    number,
    ...words,
    rules: drawing.rules.map((rule) => turnRule(rule, matrix)),
    hiddenText: drawing.hidden > drawing.shown,
    drawn: drawing.drawn,
  };
}

function fontsOf(page: Page): (name: string) => Font {
  const known = new Map<string, Font>();
  return (name) => {
    const font = known.get(name) ?? fontOf(page, name);
    known.set(name, font);
    return font;
  };
}

function fontOf(page: Page, name: string): Font {
  try {
    const font = page.commonObjs.get(name) as { readonly name?: string; readonly fontMatrix?: readonly number[] };
    // A part of a font goes under its name with six letters before it: "ABCDEF+.VnTime".
    const plain = (font.name ?? "").replace(/^[A-Z]{6}\+/u, "");
    const old = fontEncodingOf(plain) === null ? null : plain;
    return { bold: /bold|black|heavy|demi/iu.test(plain), old, scale: font.fontMatrix?.[0] ?? 0.001 };
  } catch {
    // A font the file does not hold: its letters are still known by their numbers.
    return { bold: false, old: null, scale: 0.001 };
  }
}

function turnRule(rule: Rule, m: Matrix): Rule {
  const [ax, ay] = at(m, rule.x0, rule.y0);
  const [bx, by] = at(m, rule.x1, rule.y1);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}
