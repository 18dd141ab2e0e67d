import type {
  PlaceFinder,
  PlacesAnswer,
  ProvidedAddress,
  Tile,
  TileAnswer,
  TileSource,
} from "@guildhall/contract";

/** An address of Exampleshire, changed as a test wishes. */
export function someAddress(
  changed: Partial<ProvidedAddress["address"]> = {},
  custodianCode = "505",
): ProvidedAddress {
  return {
    address: {
      line1: "1 High Street",
      town: "Exampleton",
      postcode: "CB1 2AA",
      uprn: "999050500001",
      easting: 546_000,
      northing: 258_000,
      ...changed,
    },
    custodianCode,
  };
}

/** A provider of addresses and maps that knows one street, and answers otherwise when told to. */
export class FakePlaces implements PlaceFinder, TileSource {
  places: readonly ProvidedAddress[] = [someAddress()];
  answer: Exclude<PlacesAnswer, { outcome: "found" }> | undefined;
  picture: Tile | undefined = { contentType: "image/svg+xml", bytes: Buffer.from("<svg/>") };
  /** How often it was asked for anything. */
  asked = 0;

  async find(query: Parameters<PlaceFinder["find"]>[0]): Promise<PlacesAnswer> {
    return this.#answered(
      this.places.filter(({ address }) => {
        if ("uprn" in query) return address.uprn === query.uprn;
        if ("postcode" in query) return address.postcode === query.postcode;
        return true;
      }),
    );
  }

  async nearest(): Promise<PlacesAnswer> {
    return this.#answered(this.places);
  }

  async tile({ z }: Parameters<TileSource["tile"]>[0]): Promise<TileAnswer> {
    this.asked += 1;
    if (this.answer) return this.answer;
    return this.picture && z > 7
      ? { outcome: "found", tile: this.picture }
      : { outcome: "missing" };
  }

  #answered(places: readonly ProvidedAddress[]): PlacesAnswer {
    this.asked += 1;
    return this.answer ?? { outcome: "found", places };
  }
}
