import { paleColours } from "@guildhall/builder";
import { type Brand, type BrandChange, Problem } from "@guildhall/contract";
import { appendEvent, findLogo, listBrands, putBrand, type Tx } from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { refuseFaulty } from "../service/check/said.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { isPng, logoFault } from "./logo.ts";

/** So many that every joint service has one of its own; each page of the staff's carries them all. */
const most = 50;

/**
 * Say what a brand is called, looks like and gives as ways to reach the council, or add one. Its logo stays.
 *
 * @throws Problem `request-invalid` (a colour that cannot be read by all, or too many brands), `sign-in-again`
 */
export async function changeBrand(ctx: Context, id: string, said: BrandChange): Promise<Brand> {
  mayChange(ctx);
  const pale = paleColours(said.colours);
  refuseFaulty(
    pale.map((part) => [
      ["colours", part],
      "It cannot be read by all on white. Choose a darker colour.",
    ]),
  );
  return change(ctx, async (unit) => {
    const brands = await listBrands(unit.tx);
    const before = brands.find((one) => one.id === id);
    if (!before && brands.length >= most)
      refuseFaulty([[[], `There are ${most} brands already, which is as many as there can be.`]]);
    const brand = { ...said, id, ...(before?.logo && { logo: before.logo }) };
    await put(unit, brand, await findLogo(unit.tx, id));
    return brand;
  });
}

/**
 * Put a logo in its place: an SVG drawing of shapes alone, or a PNG picture, of at most 100 kB.
 *
 * @throws Problem `not-found`, `request-invalid` with what is wrong with the file, `sign-in-again`
 */
export async function changeLogo(ctx: Context, id: string, logo: Uint8Array): Promise<Brand> {
  mayChange(ctx);
  const name = `${id}.${isPng(logo) ? "png" : "svg"}`;
  const fault = logoFault(name, logo);
  if (fault) refuseFaulty([[[], `The logo ${fault}.`]]);
  return change(ctx, async (unit) => {
    const brand = { ...(await reach(unit.tx, id)), logo: name };
    await put(unit, brand, logo);
    return brand;
  });
}

/**
 * Take the logo of a brand away: its pages show the name.
 *
 * @throws Problem `not-found`, `sign-in-again`
 */
export async function removeLogo(ctx: Context, id: string): Promise<void> {
  mayChange(ctx);
  await change(ctx, async (unit) => {
    const { logo: _taken, ...brand } = await reach(unit.tx, id);
    await put(unit, brand, undefined);
  });
}

/** What people see of a council, such as whom to phone, is changed by whoever proves who they are. */
function mayChange(ctx: Context): void {
  requireScope(ctx, "connectors:write");
  requireRecentSignIn(ctx);
}

async function reach(tx: Tx, id: string): Promise<Brand> {
  const brand = (await listBrands(tx)).find((one) => one.id === id);
  if (!brand) throw new Problem("not-found");
  return brand;
}

async function put({ ctx, tx }: Unit, brand: Brand, logo: Uint8Array | undefined): Promise<void> {
  await putBrand(tx, brand, logo);
  const happened = { type: "brand.changed", subject: brand.id } as const;
  await appendEvent(tx, { ...happened, actor: ctx.actor, at: ctx.now() });
}
