import dgram from "node:dgram";
import net from "node:net";

/**
 * Loaded into every child of a pool before its script: shuts the network, whatever a library later tries; tells the pool
 * when the script listens; and, where the kernel does not show a child's memory, reports it.
 */
const refuseConnection = (): never => {
  throw new Error("a parsing process has no network");
};
net.Socket.prototype.connect = refuseConnection;
net.Server.prototype.listen = refuseConnection;
dgram.Socket.prototype.send = refuseConnection;
dgram.Socket.prototype.bind = refuseConnection;

/** The script is loaded once it listens; time spent before is not a file's time. */
process.on("newListener", function announce(event) {
  if (event !== "message") return;
  process.off("newListener", announce);
  process.send?.({ ready: true });
});

/** The pool is gone: nobody reads the answers any more. */
process.on("disconnect", () => process.exit(0));

const REPORT_EVERY_MS = 100;
if (process.platform !== "linux") {
  setInterval(() => {
    process.send?.({ bytes: process.memoryUsage.rss() });
  }, REPORT_EVERY_MS).unref();
}
