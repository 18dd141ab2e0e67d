import type { PlaceFinder, PlaceQuery, PlacesAnswer, ProvidedAddress } from "@guildhall/contract";
import {
  type Db,
  findAddress,
  findGazetteer,
  type GazetteerAddress,
  listAtPostcode,
  listNear,
  listWithWords,
} from "@guildhall/store";
import { postcodeIn, wordsSought } from "./words.ts";

const mostAtPostcode = 300;
const mostWithWords = 50;
const metresAround = 250;

/** Find addresses in the file that the council imported. */
export function createOwnGazetteer(db: Db): PlaceFinder {
  return {
    find: (query) => found(db, (generation) => look(db, generation, query)),
    nearest: ({ easting, northing }) =>
      found(db, (generation) =>
        listNear(db, generation, { easting, northing, metres: metresAround, limit: 20 }),
      ),
  };
}

async function found(
  db: Db,
  list: (generation: number) => Promise<readonly GazetteerAddress[]>,
): Promise<PlacesAnswer> {
  const gazetteer = await findGazetteer(db);
  if (!gazetteer) return { outcome: "refused", code: "nothing-imported" };
  return { outcome: "found", places: (await list(gazetteer.generation)).map(provided) };
}

async function look(
  db: Db,
  generation: number,
  query: PlaceQuery,
): Promise<readonly GazetteerAddress[]> {
  if ("uprn" in query) {
    const one = await findAddress(db, generation, plainNumber(query.uprn));
    return one ? [one] : [];
  }
  const postcode = "postcode" in query ? query.postcode : postcodeIn(query.text);
  if (postcode !== undefined)
    return listAtPostcode(db, generation, { postcode, limit: mostAtPostcode });
  const words = "text" in query ? wordsSought(query.text) : [];
  return listWithWords(db, generation, { words, limit: mostWithWords });
}

/** A number is often printed with noughts in front. */
export function plainNumber(uprn: string): string {
  return uprn.replace(/^0+(?=\d)/, "");
}

function provided(row: GazetteerAddress): ProvidedAddress {
  const { uprn, line1, line2, town, postcode, easting, northing, custodian } = row;
  return {
    address: {
      line1,
      ...(line2 === null ? {} : { line2 }),
      town,
      ...(postcode === null ? {} : { postcode }),
      uprn,
      easting,
      northing,
    },
    custodianCode: custodian,
  };
}
