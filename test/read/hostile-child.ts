import net from "node:net";
import { serveChild } from "../../src/read/child-serve.ts";

/** A child that misbehaves as it is told. */
serveChild(async (order: { readonly do: string }) => {
  switch (order.do) {
    case "hang":
      for (;;);
    case "sleep":
      return new Promise((resolve) => {
        setTimeout(resolve, 60_000);
      });
    case "eat": {
      // Buffers lie outside V8's heap; only resident memory shows them.
      const kept: Buffer[] = [];
      for (;;) {
        kept.push(Buffer.alloc(16 * 1048576, 1));
        await new Promise((resolve) => {
          setTimeout(resolve, 5);
        });
      }
    }
    case "eat-heap": {
      const kept: unknown[] = [];
      for (;;) kept.push({ a: kept.length, b: `${kept.length}` });
    }
    case "exit":
      return process.exit(3);
    case "throw":
      throw new Error("nope");
    case "connect":
      return new Promise((resolve) => {
        try {
          net.connect(80, "127.0.0.1").on("error", (e) => {
            resolve(`error ${e.message}`);
          });
        } catch (error) {
          resolve(String(error));
        }
      });
    case "environment":
      return Object.keys(process.env);
    case "pid":
      return process.pid;
    default:
      return { echo: order.do };
  }
});
