import { listAllTasks, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { createConsoleWorld } from "./testing/console-world.ts";

const at = "/console/exampleshire/work/tasks";

/** Twenty-three tasks, chosen to be completed by one form. */
async function chooseMany(instead: (request: Request) => Response | undefined = () => undefined) {
  const world = await createConsoleWorld(instead);
  const browser = world.open();
  await world.enter(browser, { roles: ["caseworker"] });
  const ctx = await world.contextOf("exampleshire");
  for (let made = 0; made < 23; made += 1)
    await startProcess(ctx, { service: "noise", answers: sampleAnswers });
  const { data } = await listAllTasks(ctx, { limit: 100 });
  const body = new URLSearchParams({ act: "complete", outcome: "completed", go: "on" });
  for (const { id } of data) body.append("tasks", id);
  body.append("once", crypto.randomUUID());
  const headers = { "Sec-Fetch-Site": "same-origin" };
  return {
    ...world,
    send: async () => (await browser.send(at, { method: "POST", body, headers })).html,
    statesOf: async () =>
      (await listAllTasks(ctx, { limit: 100 })).data.map(({ state }) => state).sort(),
    [Symbol.asyncDispose]: world[Symbol.asyncDispose],
  };
}

const progressIn = (html: string) =>
  [...html.matchAll(/<progress[^>]*value="(\d+)"/g)].map(([, n]) => n);

describe("one thing that is done to many tasks", () => {
  it("shows how far it is, and what became of each; sent again, it does nothing again", async () => {
    await using many = await chooseMany();
    const html = await many.send();
    expect(progressIn(html)).toEqual(["10", "20"]);
    expect(html).toContain("23 tasks done");
    expect(html.trimEnd().endsWith("</html>")).toBe(true);
    expect(new Set(await many.statesOf())).toEqual(new Set(["completed"]));
    expect(await many.send()).toContain("23 tasks done");
    expect(many.faults).toEqual([]);
  });

  it("says what was not begun where something goes wrong on the way", async () => {
    let parts = 0;
    await using many = await chooseMany((request) => {
      if (!request.url.endsWith("/tasks/bulk")) return undefined;
      parts += 1;
      return parts === 2 ? new Response("", { status: 502 }) : undefined;
    });
    const html = await many.send();
    expect(html).toContain("10 of 23 tasks done");
    expect(html).toContain("What was not begun");
    const states = await many.statesOf();
    expect(states.filter((state) => state === "open")).toHaveLength(13);
    expect(many.faults).toHaveLength(1);
    expect(await many.send()).toContain("23 tasks done");
  });

  it("answers as any page does where nothing of it is done", async () => {
    await using many = await chooseMany((request) =>
      request.url.endsWith("/tasks/bulk") ? new Response("", { status: 502 }) : undefined,
    );
    expect(await many.send()).not.toContain("<progress");
    expect(await many.statesOf()).toEqual(Array(23).fill("open"));
  });
});
