import { findLogo, listAllEvents } from "@guildhall/store";
import { getTenant } from "../service/get.ts";
import { colleague, createWorld, exampleshire } from "../testing.ts";
import { changeBrand, changeLogo, removeLogo } from "./change.ts";

const colours = { brand: "#0a5c55", link: "#0b5f6f", linkHover: "#063e49" };
const words = { name: "Fenmarsh", shortName: "Fen", colours };
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>');
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe("a brand", () => {
  it("is added and changed, keeps its logo, and says so in the trail", async () => {
    await using world = await createWorld();
    const { ctx } = world;
    await changeBrand(ctx, "fenmarsh", words);
    expect(await changeLogo(ctx, "fenmarsh", svg)).toMatchObject({ logo: "fenmarsh.svg" });
    const changed = await changeBrand(ctx, "fenmarsh", { ...words, emergency: "Ring 999." });
    expect(changed).toEqual({
      ...words,
      id: "fenmarsh",
      emergency: "Ring 999.",
      logo: "fenmarsh.svg",
    });
    expect((await getTenant(ctx)).brands).toContainEqual(changed);
    expect(Buffer.from((await findLogo(ctx.db, "fenmarsh")) ?? [])).toEqual(Buffer.from(svg));
    expect(await changeLogo(ctx, "fenmarsh", png)).toMatchObject({ logo: "fenmarsh.png" });
    await removeLogo(ctx, "fenmarsh");
    expect(await findLogo(ctx.db, "fenmarsh")).toBeUndefined();
    const told = await listAllEvents(ctx.db, { limit: 9, type: "brand.changed" });
    expect(told.rows.map(({ subject }) => subject)).toEqual(Array(5).fill("fenmarsh"));
  });

  it.each(["brand", "link", "linkHover"] as const)("has no pale colour: %s", async (part) => {
    await using world = await createWorld();
    const pale = { ...words, colours: { ...colours, [part]: "#9acd32" } };
    await expect(changeBrand(world.ctx, "fenmarsh", pale)).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: `/colours/${part}`, code: "unworkable" }],
    });
  });

  it("has no logo that runs, that is too large, or of a brand that is not there", async () => {
    await using world = await createWorld();
    const [{ brand }] = exampleshire.brands as [(typeof exampleshire.brands)[number]];
    const script = new TextEncoder().encode("<svg><script>1</script></svg>");
    for (const logo of [script, new Uint8Array(100_001), new Uint8Array()])
      await expect(changeLogo(world.ctx, brand.id, logo)).rejects.toMatchObject({
        code: "request-invalid",
      });
    for (const act of [changeLogo(world.ctx, "nobody", svg), removeLogo(world.ctx, "nobody")])
      await expect(act).rejects.toMatchObject({ code: "not-found" });
  });

  it("is one of fifty at most", async () => {
    await using world = await createWorld();
    const there = (await getTenant(world.ctx)).brands.length;
    for (let made = there; made < 50; made += 1) await changeBrand(world.ctx, `b${made}`, words);
    await expect(changeBrand(world.ctx, "another", words)).rejects.toMatchObject({
      code: "request-invalid",
    });
    await changeBrand(world.ctx, "b49", words);
  });

  it("is changed by whoever has signed in lately", async () => {
    await using world = await createWorld();
    const olive = await colleague(world, "Olive Okafor", ["tenant-admin"]);
    const refused = { code: "sign-in-again" };
    await expect(changeBrand(olive, "fenmarsh", words)).rejects.toMatchObject(refused);
    await expect(changeLogo(olive, "exampleshire", svg)).rejects.toMatchObject(refused);
    await expect(removeLogo(olive, "exampleshire")).rejects.toMatchObject(refused);
    const lately = { ...olive, signedInAt: world.clock.now() };
    await changeBrand(lately, "fenmarsh", words);
  });
});
