import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { tmpdir } from "node:os";

export type ThrowawayPostgres =
  | { readonly url: string; stop(): void }
  | { readonly url: null; readonly reason: string };

/** A server on loopback that lives for one test file; or the reason why there is none. */
export async function throwawayPostgres(): Promise<ThrowawayPostgres> {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: () => {} };
  const missing = ["initdb", "pg_ctl"].filter((tool) => !onPath(tool));
  if (missing.length > 0)
    return { url: null, reason: `TEST_DATABASE_URL is not set and ${missing.join(", ")} not on PATH` };
  const account = process.getuid?.() === 0 ? otherAccount() : null;
  if (account === undefined)
    return { url: null, reason: "PostgreSQL refuses to run as root and no other account can be used here" };
  const folder = mkdtempSync(join(tmpdir(), "rasoat-pg-"));
  if (account) chownSync(folder, account.uid, account.gid);
  const run = (tool: string, ...args: string[]): void => {
    const [command, before] = account ? ["setpriv", account.flags] : [null, []];
    execFileSync(command ?? tool, command ? [...before, tool, ...args] : args, {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
  };
  const data = join(folder, "data");
  try {
    run("initdb", "-D", data, "-U", "rasoat", "-A", "trust", "--encoding=UTF8", "--locale=C", "--no-sync");
    const port = await freePort();
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
    run("pg_ctl", "-D", data, "-o", settings, "-l", join(folder, "log"), "-w", "start");
    return {
      url: `postgres://rasoat@127.0.0.1:${port}/postgres`,
      stop() {
        run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { url: null, reason: `a throw-away server could not be started: ${(error as Error).message.slice(0, 300)}` };
  }
}

const onPath = (tool: string): boolean =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, tool)));

/** An account that is not root, tried out before it is relied on. */
function otherAccount(): { readonly uid: number; readonly gid: number; readonly flags: string[] } | undefined {
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
      const [uid, gid] = [id("-u"), id("-g")];
      const flags = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
      execFileSync("setpriv", [...flags, "true"], { stdio: "ignore" });
      return { uid, gid, flags };
    } catch {
      // The next one.
    }
  }
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
