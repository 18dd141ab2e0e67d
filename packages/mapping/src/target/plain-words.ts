/** Words that mean the same in forms and in back offices; the first of each line stands for all of them. */
const same = `
postcode: post code, postal code, zip code, zip
phone: customer phone, caller phone, telephone, telephone number, phone number, tel, tel no, mobile, mobile number, mobile phone, contact number, daytime phone
email: customer email, caller email, e mail, email address, e mail address, mail address
first name: forename, fore name, given name, first names, forenames
last name: surname, sur name, family name
full name: your name, name, customer name, contact name
birth date: date of birth, dob, born
address: addr, postal address, full address
street: street name, street description, thoroughfare, road
town: post town, city
uprn: unique property reference number, unique property reference
usrn: unique street reference number
easting: map east, x coordinate, eastings, map easting
northing: map north, y coordinate, northings, map northing
organisation: organization, company, company name, business, business name, organisation name
reference: reference number, ref, ref no, our reference, reference value, online reference
details: description, further details, more details, particulars, nature of complaint, notes, comments
registration: vehicle registration, registration number, number plate, vrm
received: raised, tasks raised time, time received, date received, received at, raised time, submitted at, entry date time
` as const;

const meanings: ReadonlyMap<string, string> = new Map(
  same
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [first = "", rest = ""] = line.split(": ");
      return [first, ...rest.split(", ")].map((words) => [words, first] as const);
    }),
);

/** Words that say nothing of what a value is. */
const idle: ReadonlySet<string> = new Set(
  `a an and any are at attributes be by can code did do does for from have how i in is it me my no of on or
   our please situated tell text the there they this to us value was we were what when where which who
   why will with you your`.split(/\s+/),
);

/** Words that many things are called by: that two names have them says nothing. */
export const vague: ReadonlySet<string> = new Set(
  "address code date day details id name number officer place reference time type".split(" "),
);

/** A name as plain words: `PostCode`, “Post code?” and `post_code` are `post code`. */
export function plainWords(name: string): string {
  return name
    .replace(/^.*[/:@]/, "")
    .replace(/^attributes_/, "")
    .replace(/_[0-9a-f]{8,}$/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What a name means, in the words that stand for it; undefined where it is none that is known. */
export function meaningOf(name: string): string | undefined {
  const words = plainWords(name);
  return (
    meanings.get(words) ?? meanings.get(words.replaceAll(" ", "")) ?? meanings.get(telling(words))
  );
}

/** The words of a name that tell what it is, each once. */
export function tellingWords(name: string): ReadonlySet<string> {
  return new Set(telling(plainWords(name)).split(" ").filter(Boolean));
}

function telling(words: string): string {
  return words
    .split(" ")
    .filter((word) => !idle.has(word))
    .join(" ");
}
