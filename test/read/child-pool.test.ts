import { afterEach, describe, expect, it, vi } from "vitest";
import {
  type ChildFailure,
  type ChildPool,
  type ChildPoolOptions,
  createChildPool,
} from "../../src/read/child-pool.ts";

vi.setConfig({ testTimeout: 60_000 });

const pools: ChildPool[] = [];
function pool(options: Partial<ChildPoolOptions> = {}): ChildPool {
  const made = createChildPool({
    script: new URL("./hostile-child.ts", import.meta.url),
    size: 1,
    timeoutMs: 1500,
    ...options,
  });
  pools.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((p) => p.close()));
});
const reason = (answer: unknown): string => (answer as ChildFailure).reason;

describe("a pool of children", () => {
  it("kills one that hangs, says why, and goes on with the next message", async () => {
    const p = pool();
    const [hung, next] = await Promise.all([p.run({ do: "hang" }), p.run({ do: "hello" })]);
    expect(reason(hung)).toBe("timeout");
    expect((hung as ChildFailure).why).toContain("1.5 giây");
    expect(next).toEqual({ echo: "hello" });
  });

  it("bounds memory outside V8's heap and inside it", async () => {
    const p = pool({ timeoutMs: 50_000, memoryMb: 200 });
    expect(reason(await p.run({ do: "eat" }))).toBe("memory");
    expect(reason(await p.run({ do: "eat-heap" }))).toBe("memory");
    expect(await p.run({ do: "still here" })).toEqual({ echo: "still here" });
  });

  it("survives exits and errors, and a script that does not load", async () => {
    const p = pool({ timeoutMs: 20_000 });
    expect(reason(await p.run({ do: "exit" }))).toBe("crash");
    const thrown = (await p.run({ do: "throw" })) as ChildFailure;
    expect([thrown.reason, thrown.detail]).toEqual(["crash", "Error: nope"]);
    expect(await p.run({ do: "on" })).toEqual({ echo: "on" });
    const absent = (await pool({ script: new URL("./no-such-child.ts", import.meta.url) }).run({})) as ChildFailure;
    expect([absent.reason, absent.what]).toEqual(["crash", "Tiến trình đọc tệp không khởi động được."]);
  });

  it("replaces a child after its share of messages", async () => {
    const p = pool({ recycleAfter: 2, timeoutMs: 20_000 });
    const pids = [];
    for (let i = 0; i < 4; i++) pids.push(await p.run<number>({ do: "pid" }));
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).toBe(pids[3]);
    expect(pids[1]).not.toBe(pids[2]);
  });

  it("can be cancelled while working and while waiting, and closed", async () => {
    const p = pool({ timeoutMs: 30_000 });
    const controller = new AbortController();
    const working = p.run({ do: "sleep" }, controller.signal);
    const waiting = p.run({ do: "sleep" }, controller.signal);
    setTimeout(() => {
      controller.abort();
    }, 300);
    expect([reason(await working), reason(await waiting)]).toEqual(["cancelled", "cancelled"]);
    const last = p.run({ do: "sleep" });
    await p.close();
    expect(reason(await last)).toBe("cancelled");
    expect(reason(await p.run({ do: "x" }))).toBe("cancelled");
  });

  it("gives the children no network and none of our environment", async () => {
    vi.stubEnv("DATABASE_URL", "postgres://secret");
    vi.stubEnv("HTTPS_PROXY", "http://proxy");
    const p = pool({ timeoutMs: 20_000 });
    expect(await p.run({ do: "connect" })).toContain("no network");
    const names = await p.run<string[]>({ do: "environment" });
    expect(names).not.toContain("DATABASE_URL");
    expect(names).not.toContain("HTTPS_PROXY");
    vi.unstubAllEnvs();
  });
});
