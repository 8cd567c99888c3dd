import { type Analysis, analyseFile } from "./analyse-file.ts";

/** Entry of the parsing child process: one message in (a path), one analysis out. Holds no database and no network. */
process.on("message", async (message: { id: number; message: { path: string; name: string } }) => {
  const answer: Analysis = await analyseFile(message.message.path, message.message.name);
  process.send?.({ id: message.id, result: answer });
});
