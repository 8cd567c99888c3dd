import { Readable } from "node:stream";

/** A file that is made while it is sent; whoever stops the download stops the making. */
export const download = (name: string, type: string, bytes: AsyncGenerator<Uint8Array>): Response =>
  new Response(Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });

/**
 * A file as people gave it: saved, never shown in the browser, under a sandbox in which nothing runs. Its name is given twice, for
 * programs that do not read `filename*` without anything outside plain letters, digits, dot and hyphen.
 */
export const givenFile = (name: string, type: string, bytes: Uint8Array, more: Record<string, string> = {}): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encoded(name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      ...more,
    },
  });

const asciiName = (name: string): string => name.replace(/[^A-Za-z0-9.-]+/gu, "_").slice(-80);

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
