import { createProgress, createSlowProgress } from "./progress.ts";

function listen(isTTY: boolean) {
  const written: string[] = [];
  return { written, stream: { isTTY, write: (text: string) => written.push(text) > 0 } };
}

describe("the progress of a task whose steps take seconds", () => {
  it("is said at each step on a terminal, and wiped off at the end", () => {
    const { written, stream } = listen(true);
    const progress = createSlowProgress(2, stream);
    progress.step();
    progress.step();
    progress.end();
    expect(written).toEqual(["\r1 of 2", "\r2 of 2", "\r\u001b[K"]);
  });

  it("is a line for every tenth step in a log", () => {
    const { written, stream } = listen(false);
    const progress = createSlowProgress(25, stream);
    for (let step = 0; step < 25; step += 1) progress.step();
    progress.end();
    expect(written).toEqual(["10 of 25\n", "20 of 25\n"]);
  });
});

describe("the progress of a quick task", () => {
  it.each([
    ["in a log", false, 100],
    ["where it is over at once", true, 49],
  ])("is not said %s", (_, isTTY, total) => {
    const { written, stream } = listen(isTTY);
    const progress = createProgress(total, stream);
    for (let step = 0; step < total; step += 1) progress.step();
    progress.end();
    expect(written).toEqual([]);
  });

  it("is said at every tenth step on a terminal", () => {
    const { written, stream } = listen(true);
    const progress = createProgress(50, stream);
    for (let step = 0; step < 20; step += 1) progress.step();
    progress.end();
    expect(written).toEqual(["\r10 of 50", "\r20 of 50", "\r\u001b[K"]);
  });
});
