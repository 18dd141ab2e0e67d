import { DraftMessage } from "@guildhall/contract";
import { createWorld, edit, maker, set, type World } from "../testing.ts";
import { beginServiceDraft } from "./begin.ts";
import { listDraftMessages } from "./messages.ts";

describe("what people are told by a service in the making", () => {
  let world: World;
  const grace = () => maker(world, "Grace");
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const messageOf = async (service: string, wanted: string) => {
    const { data } = await listDraftMessages(grace(), service);
    return DraftMessage.parse(data.find(({ kind }) => kind === wanted));
  };

  it("says whose words each message has, and that some are not sent", async () => {
    const { service } = await beginServiceDraft(grace(), { title: "Benches" });
    expect(await messageOf(service, "started")).toMatchObject({ whose: "none" });
    expect(await messageOf(service, "paid")).toMatchObject({
      whose: "platform",
      words: { subject: expect.stringContaining("((amount))") },
    });
    const words = { subject: "Thank you", text: "We have it." };
    await edit(grace(), { service, since: 1 }, set("/messages/started", words));
    expect(await messageOf(service, "started")).toMatchObject({ whose: "own", words });
  });

  it("says what there is in Welsh, and that its English has changed since", async () => {
    await beginServiceDraft(grace(), { title: "Benches" });
    const words = { subject: "Thank you", text: "We have it." };
    const welsh = { of: "Thank you", text: "Diolch" };
    const edits = [set("/messages/started", words), set("/welsh/messages.started.subject", welsh)];
    await edit(grace(), { service: "benches", since: 1 }, ...edits);
    expect((await messageOf("benches", "started")).welsh).toEqual({
      subject: "Diolch",
      isOutdated: false,
    });
    await edit(grace(), { service: "benches", since: 2 }, set("/messages/started/subject", "Ta"));
    expect((await messageOf("benches", "started")).welsh).toMatchObject({ isOutdated: true });
  });

  it("is not told of a draft that is not there, nor to those who may not see services", async () => {
    const none = listDraftMessages(grace(), "none");
    await expect(none).rejects.toMatchObject({ code: "not-found" });
    const nobody = { ...grace(), scopes: new Set<never>() };
    const refused = listDraftMessages(nobody, "none");
    await expect(refused).rejects.toMatchObject({ code: "scope-missing" });
  });
});
