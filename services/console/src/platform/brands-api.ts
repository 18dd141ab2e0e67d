import { Brand, type BrandChange } from "@guildhall/contract";
import {
  ask,
  askForBytes,
  changeBrand,
  changeLogo,
  done,
  getLogo,
  removeLogo,
} from "@guildhall/sdk";
import { type As, asSent } from "./as.ts";

/** What the organisation's pages look like. */
export function brandsApi(as: As) {
  const to = (brand: string) => ({ ...as, path: { brand } });
  return {
    changeBrand: (brand: string, body: BrandChange) =>
      ask(changeBrand({ ...to(brand), body: asSent(body) }), Brand),
    logo: (brand: string) => askForBytes(getLogo({ ...to(brand), parseAs: "stream" })),
    changeLogo: (brand: string, body: Blob) => ask(changeLogo({ ...to(brand), body }), Brand),
    removeLogo: (brand: string) => done(removeLogo(to(brand))),
  };
}
