import { BackOffices, type Manner } from "./back-office.ts";
import { randomFrom } from "./random.ts";

describe("BackOffices", () => {
  let offices: BackOffices;
  let origin: string;
  let manner: Manner;
  beforeEach(async () => {
    manner = "asked";
    offices = new BackOffices({
      mannerOf: () => manner,
      random: randomFrom(1),
      onCase: () => undefined,
    });
    origin = `http://127.0.0.1:${await offices.open()}/council`;
  });
  afterEach(() => offices.close());

  const post = (reference: string) =>
    fetch(`${origin}/cases`, { method: "POST", body: JSON.stringify({ reference }) });
  const find = async (reference: string) =>
    (await (await fetch(`${origin}/cases?reference=${reference}`)).json()).cases;

  it("count a case that is made twice", async () => {
    await post("CHA-1");
    await post("CHA-1");
    expect(offices.cases.get("CHA-1")?.made).toBe(2);
  });

  it("make nothing twice where they know the key", async () => {
    manner = "keyed";
    const [first, second] = [await post("CHA-1"), await post("CHA-1")];
    expect(await second.json()).toEqual(await first.json());
    expect(offices.cases.get("CHA-1")?.made).toBe(1);
  });

  it("tell what they have to whoever asks, where they can be asked", async () => {
    await post("CHA-1");
    expect(await find("CHA-1")).toEqual([{ id: "CASE-1", reference: "CHA-1" }]);
    expect(await find("CHA-2")).toEqual([]);
    manner = "mute";
    expect(await find("CHA-1")).toEqual([]);
  });

  it("misbehave in every way, and remember whom they left in doubt", async () => {
    offices.misbehaves = true;
    const posts = Array.from({ length: 300 }, (_, nth) =>
      fetch(`${origin}/cases`, {
        method: "POST",
        body: JSON.stringify({ reference: `CHA-${nth}` }),
        signal: AbortSignal.timeout(1500),
      }).then(
        ({ status }) => status,
        () => 0,
      ),
    );
    const answers = await Promise.all(posts);
    expect(new Set(answers)).toEqual(new Set([0, 201, 429, 503]));
    expect(Object.values(offices.injected).every((count) => count > 0)).toBe(true);
    const { dropped, lost, hung, stuck } = offices.injected;
    expect(offices.doubtful.size).toBe(dropped + lost + hung + stuck);
    const taken = [...offices.doubtful].filter((reference) => offices.cases.has(reference));
    expect(taken).toHaveLength(lost + stuck);
  });
});
