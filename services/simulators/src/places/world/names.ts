/** Names that streets everywhere have, the ones that every place has first. */
const everywhere = ["High Street", "Church Lane", "Mill Road", "Station Road"];

const firsts =
  "Orchard Willow Chestnut Victoria Albert Windmill Meadow Priory Abbey Kingfisher Lime Rectory Heron Cromwell Newton Darwin Rowan Hawthorn Beech Saffron Elm Swan Fen Wheatsheaf Brook Maltings Tenison Pepys Alder Coronation Barley Lark Cavendish Sedge".split(
    " ",
  );
const lasts = ["Road", "Street", "Close", "Avenue", "Way", "Drive", "Gardens", "Lane"];

/** The name of a town's street by its place in the town; no two of a town's are the same. */
export function streetName(town: number, street: number): string {
  const known = everywhere[street];
  if (known !== undefined) return known;
  const at = town * 11 + street * 3;
  return `${pick(firsts, at)} ${pick(lasts, town + street)}`;
}

const houses = ["Rose Cottage", "The Old Bakery", "Forge House", "Ivy Cottage", "The Granary"];
const shops = [
  "Bramble & Co",
  "The Corner Stores",
  "Riverside Dental Practice",
  "Fenland Cycles",
  "The Plough",
  "Copper Kettle Cafe",
];

export function houseName(at: number): string {
  return pick(houses, at);
}

export function shopName(at: number): string {
  return pick(shops, at);
}

function pick<T>(list: readonly T[], at: number): T {
  // A remainder of a list that is not empty is one of its places.
  return list[at % list.length] as T;
}
