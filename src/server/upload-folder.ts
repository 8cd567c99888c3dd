import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * A private folder for uploads that wait to be read, one for each running program. What programs left there that have
 * ended (a crash, a cut of power) is removed: uploads may be drafts.
 */
export async function openUploadFolder(dataDir: string): Promise<{ readonly path: string; close(): Promise<void> }> {
  const all = join(dataDir, "uploads");
  await mkdir(all, { recursive: true, mode: 0o700 });
  for (const name of await readdir(all))
    if (!isRunning(Number(name))) await rm(join(all, name), { recursive: true, force: true });
  const path = join(all, String(process.pid));
  await mkdir(path, { recursive: true, mode: 0o700 });
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // somebody else's process is running too
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
