import { createAdaptorServer } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";

export interface ServeOptions {
  readonly app: { fetch(request: Request): Response | Promise<Response> };
  /** 0 = any free port. */
  readonly port: number;
  readonly host?: string;
  /** Allows an address that others can reach without TLS in front (SEC-18). */
  readonly allowRemote?: boolean;
  /** Where people reach it through TLS in front: that name is answered on loopback as well. */
  readonly publicUrl?: string | null;
}

export interface Serving {
  /** `http://localhost:3000` */
  readonly url: string;
  readonly port: number;
  /** Takes no new requests, lets the running ones end (at most five seconds), then resolves. */
  close(): Promise<void>;
}

export type ServeOutcome =
  | { readonly ok: true; readonly serving: Serving }
  | {
      readonly ok: false;
      readonly code: "not-loopback" | "port-taken" | "cannot-listen";
      readonly what: string;
      readonly todo: string;
    };

const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1"]);
const GRACE_IN_MS = 5000;
const LONGEST_REQUEST_IN_MS = 3_600_000;

/** Opens the door. Prints nothing; a refusal is a value with the words to print. */
export async function serve({
  app,
  port,
  host = "127.0.0.1",
  allowRemote = false,
  publicUrl = null,
}: ServeOptions): Promise<ServeOutcome> {
  if (!LOOPBACK.has(host) && !allowRemote && !publicUrl?.startsWith("https:")) {
    return {
      ok: false,
      code: "not-loopback",
      what: `Không mở cửa ở ${host}: mật khẩu và văn bản sẽ đi qua mạng không mã hóa.`,
      todo: "Dùng 127.0.0.1; hoặc đặt sau một máy chủ có TLS và ghi địa chỉ của nó vào RASOAT_PUBLIC_URL (https://…); hoặc cho phép rõ ràng bằng RASOAT_ALLOW_REMOTE=1.",
    };
  }
  const named = publicUrl === null ? null : new URL(publicUrl).hostname;
  const fetch = LOOPBACK.has(host) ? onlyLocal(app.fetch.bind(app), named) : app.fetch.bind(app);
  const server = createAdaptorServer({ fetch, hostname: host }) as Server;
  // an upload of two gigabytes over an office's line takes longer than the five minutes Node would wait
  server.requestTimeout = LONGEST_REQUEST_IN_MS;
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once("error", resolve);
    server.listen(port, host, () => resolve(null));
  });
  if (failure !== null) {
    if (failure.code === "EADDRINUSE")
      return {
        ok: false,
        code: "port-taken",
        what: `Cổng ${port} đang có chương trình khác dùng.`,
        todo: "Đặt PORT là một số khác, hoặc tắt chương trình kia.",
      };
    return {
      ok: false,
      code: "cannot-listen",
      what: `Không mở được cổng ${port} ở ${host} (${failure.code ?? failure.message}).`,
      todo: "Chọn cổng từ 1024 trở lên và một địa chỉ của máy này.",
    };
  }
  const bound = (server.address() as AddressInfo).port;
  const shown = LOOPBACK.has(host) ? "localhost" : host;
  return { ok: true, serving: { url: `http://${shown}:${bound}`, port: bound, close: () => close(server) } };
}

/**
 * A page of another site may point its own name at 127.0.0.1 and read what is here through the visitor's browser (DNS
 * rebinding): on loopback only requests that name this machine, or the name it has behind TLS, are answered.
 */
function onlyLocal(fetch: (request: Request) => Response | Promise<Response>, named: string | null) {
  return (request: Request): Response | Promise<Response> => {
    const name = new URL(request.url).hostname.replace(/^\[|\]$/gu, "");
    return LOOPBACK.has(name) || name === named
      ? fetch(request)
      : new Response("Misdirected Request", {
          status: 421,
          headers: { "Content-Type": "text/plain", "X-Content-Type-Options": "nosniff" },
        });
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_IN_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
