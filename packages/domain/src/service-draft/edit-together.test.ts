import type { Edit } from "@guildhall/contract";
import { createWorld, edit, maker, set, type World } from "../testing.ts";
import { beginServiceDraft } from "./begin.ts";
import { getServiceDraft } from "./get.ts";

const page = "/form/pages/noise";
const someQuestion = { type: "text", label: "What else?" };

describe("editing a draft of a service together", () => {
  let world: World;
  let since: number;
  const grace = () => maker(world, "Grace");
  const ada = () => maker(world, "Ada");
  beforeEach(async () => {
    world = await createWorld();
    since = (await beginServiceDraft(grace(), { service: "noise" })).revision;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const bySomebodyElse: [string, Edit][] = [
    ["added without a name", { act: "add", to: `${page}/questions`, item: someQuestion }],
    ["copied", { act: "copy", at: `${page}/questions/pubName` }],
    ["put in from a pattern", { act: "insert", pattern: "contact", to: `${page}/questions` }],
    ["named anew", { act: "rename", at: `${page}/questions/pubName`, name: "whichPub" }],
  ];
  it.each(bySomebodyElse)("removes no page in which a question was %s since", async (_, made) => {
    await edit(ada(), { since }, made);
    const around = edit(grace(), { since }, { act: "remove", at: page });
    await expect(around).rejects.toMatchObject({
      code: "edit-conflict",
      conflicts: [{ at: page, by: "Ada" }],
    });
  });

  it("gives no item the name that another was given since", async () => {
    const add = (item: unknown): Edit => ({ act: "add", to: "/form/pages", item });
    const { definition } = await edit(ada(), { since }, add({ title: "More", questions: [] }));
    const id = definition.form.pages.at(-1)?.id;
    const second = edit(grace(), { since }, add({ id, title: "Mine", questions: [] }));
    await expect(second).rejects.toMatchObject({
      code: "edit-conflict",
      conflicts: [{ at: `/form/pages/${id}`, by: "Ada" }],
    });
  });

  it("keeps what two have added to the same list, also where neither names it", async () => {
    const add = (to: string, item: unknown): Edit => ({ act: "add", to, item });
    for (const who of [ada(), grace()]) {
      await edit(
        who,
        { since },
        add(`${page}/questions`, someQuestion),
        add("/form/pages", { title: "More", questions: [] }),
        { act: "insert", pattern: "contact", to: "/form/pages" },
        { act: "copy", at: `${page}/questions/pubName` },
        add("/scenarios", {
          id: who.actor.name.toLowerCase(),
          name: who.actor.name,
          expects: { ends: "accepted" },
        }),
      );
    }
    const { definition } = await getServiceDraft(grace(), "noise");
    const titles = definition.form.pages.map(({ title }) => title);
    expect(titles.filter((title) => title === "More")).toHaveLength(2);
    expect(definition.scenarios?.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["ada", "grace"]),
    );
  });

  it("keeps what one says of an item that stays where another moves its neighbour", async () => {
    const [first, second] = (await getServiceDraft(grace(), "noise")).definition.form.pages;
    const to = { act: "move", at: `/form/pages/${first?.id}`, after: second?.id ?? "" } as const;
    await edit(ada(), { since }, to);
    const said = await edit(grace(), { since }, set(`/form/pages/${second?.id}/title`, "Second"));
    expect(said.definition.form.pages[0]).toMatchObject({ title: "Second" });
  });
});
