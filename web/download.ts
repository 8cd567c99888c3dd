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
