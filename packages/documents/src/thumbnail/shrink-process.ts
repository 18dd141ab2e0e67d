import { writeFile } from "node:fs/promises";
import { setPriority } from "node:os";
import { shrink } from "./shrink.ts";

/** The least that others are kept waiting for it. */
const nice = 10;
setPriority(nice);
// Where memory runs out, Linux ends this process and not the server; elsewhere there is no such file.
await writeFile("/proc/self/oom_score_adj", "1000").catch(() => undefined);

process.on("message", ({ bytes }: { bytes: Uint8Array }) => {
  shrink(bytes).then(
    (picture) => process.send?.({ picture }),
    // What is wrong with a picture is no matter: it has none.
    () => process.send?.({}),
  );
});
// Whoever asks is gone.
process.on("disconnect", () => process.exit());
process.send?.({ ready: true });
