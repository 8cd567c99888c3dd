/** One field or file of a posted form. Its body must be read, or left, before the next part is asked for. */
export interface Part {
  readonly name: string;
  /** As the browser sent it, path and all; null for an ordinary field. Never a path of ours. */
  readonly filename: string | null;
  readonly body: AsyncIterable<Buffer>;
}

/** The form is cut short or is none: the connection broke, or somebody made it up. */
export class BadForm extends Error {}

const LONGEST_HEAD = 16_384;
const LINE = Buffer.from("\r\n");
const BLANK_LINE = Buffer.from("\r\n\r\n");

/**
 * The parts of a multipart form as they arrive (RFC 7578): a file is never held in memory, however large. Throws BadForm.
 */
export async function* multipartParts(
  stream: AsyncIterable<Uint8Array>,
  contentType: string,
): AsyncGenerator<Part, void, void> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))/iu.exec(contentType);
  if (!/^multipart\/form-data\s*;/iu.test(contentType) || boundary === null) throw new BadForm("no multipart form");
  const mark = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const source = new Source(stream);
  for await (const _ of source.upTo(mark)) {
    // what stands before the first boundary means nothing
  }
  for (;;) {
    const next = await source.take(2);
    if (next.toString("latin1") === "--") return;
    if (!next.equals(LINE)) throw new BadForm("a boundary is followed by neither a line nor the end");
    const { name, filename } = headOf(await source.line(BLANK_LINE, LONGEST_HEAD));
    const body = source.upTo(mark);
    yield { name, filename, body };
    for await (const _ of body) {
      // the reader had no use for the rest
    }
  }
}

function headOf(head: Buffer): { readonly name: string; readonly filename: string | null } {
  const line = head
    .toString("utf8")
    .split("\r\n")
    .find((each) => /^content-disposition:/iu.test(each));
  const name = /;\s*name="([^"]{0,200})"/iu.exec(line ?? "")?.[1];
  if (name === undefined) throw new BadForm("a part without a name");
  const filename = /;\s*filename="([^"]*)"/iu.exec(line ?? "")?.[1];
  return { name, filename: filename === undefined ? null : filename.replace(/%(?:22|0A|0D)/giu, unescape) };
}

const unescape = (code: string): string => decodeURIComponent(code);

/** A stream of bytes that can be read up to a mark. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array>;
  /** A form may begin with its first boundary: the line break before it is ours. */
  #held: Buffer = LINE;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done) throw new BadForm("the form ends before its last boundary");
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
  }

  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length) await this.#more();
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  /** Everything before `end`, which is taken away too. */
  async line(end: Buffer, longest: number): Promise<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(end);
      if (at > longest || (at < 0 && this.#held.length > longest)) throw new BadForm("the head of a part is too long");
      if (at >= 0) return (await this.take(at + end.length)).subarray(0, at);
      await this.#more();
    }
  }

  /** The bytes before `mark`, as they come; keeps back what may be the beginning of it. */
  async *upTo(mark: Buffer): AsyncGenerator<Buffer, void, void> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        const body = await this.take(at);
        await this.take(mark.length);
        if (body.length > 0) yield body;
        return;
      }
      const sure = this.#held.length - mark.length + 1;
      if (sure > 0) yield await this.take(sure);
      else await this.#more();
    }
  }
}
