import { type CompiledSchemaSet, compileSchemaSet } from "../compile-schema-set.ts";
import { fixture, setOf } from "../testing/sets.ts";

const namespace = "urn:guildhall:every-kind";
const set = setOf({ "every-kind.xsd": fixture("every-kind.xsd") });

describe("a fault's sentence", () => {
  let compiled: CompiledSchemaSet;

  beforeAll(() => {
    compiled = compileSchemaSet(set);
  });

  afterAll(() => compiled.dispose());

  it.each([
    [
      "a pattern",
      "<postcode>secret</postcode>",
      "postcode is not written in the form that is asked for: [A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}",
    ],
    [
      "a set of characters",
      "<plain>sécret</plain>",
      "plain has a character that is not among those allowed: A-Za-z-.",
    ],
    ["no text", "<title/>", "title is empty."],
    [
      "too much text",
      "<title>secret</title>",
      "title is too long: it may have 4 characters at most.",
    ],
    ["a length", "<initials>secret</initials>", "initials needs 2 characters exactly."],
    [
      "a list of values",
      "<colour>secret</colour>",
      "colour is not one of the values allowed: red or blue.",
    ],
    ["a least number", "<rooms>-86420</rooms>", "rooms has to be 1 or more."],
    ["a greatest number", "<rooms>86420</rooms>", "rooms has to be less than 10."],
    ["too many digits", "<rent>864200</rent>", "rent may have 5 digits at most."],
    ["too many decimals", "<rent>0.864</rent>", "rent may have 2 digits after the point at most."],
    ["a number in a type without a name", "<rooms>secret</rooms>", "rooms is not a whole number."],
    ["a date", "<born>31.12.1986</born>", "born is not a date, such as 2026-03-31."],
    ["a date that never was", "<born>1986-02-30</born>", "born is not a date, such as 2026-03-31."],
    [
      "a time in a type of its own",
      "<seen>1986-02-03</seen>",
      "seen is not a date with a time, such as 2026-03-31T09:15:00.",
    ],
    ["yes and no", "<pets>secret</pets>", "pets is neither true nor false."],
    ["a web address", "<site>:secret %%</site>", "site is not a web address."],
    ["a value that is always the same", "<version>86420</version>", "version has to be 1."],
    ["text where there should be none", "<closed>secret</closed>", "closed has to be empty."],
    [
      "text between elements",
      "<contact>secret<phone/></contact>",
      "contact may not hold text of its own.",
    ],
    [
      "an element inside of text",
      "<born><b>secret</b></born>",
      "born may not hold other elements.",
    ],
    [
      "an element out of its order",
      "<rooms>3</rooms><colour>red</colour>",
      "colour is not expected here; expected: rent, born, seen, pets, site, version, closed, person or others.",
    ],
    [
      "an element that nobody knows",
      "<contact><fax>secret</fax></contact>",
      "fax is not expected here; expected: phone or email.",
    ],
    [
      "an element after the last",
      "<key>1</key><title>Mx</title>",
      "title is not expected here; expected: key.",
    ],
    [
      "a missing element",
      '<person role="x"><given>secret</given></person>',
      "person is not complete: family has to follow.",
    ],
    [
      "a missing element of a choice",
      "<contact/>",
      "contact is not complete: phone or email has to follow.",
    ],
    [
      "a missing attribute",
      "<person><given/><family/></person>",
      "person lacks its attribute role.",
    ],
    [
      "an attribute that nobody knows",
      '<person role="x" shoe="secret"><given/><family/></person>',
      "The attribute shoe is not expected here.",
    ],
    [
      "an attribute's value",
      '<person role="x" age="secret"><given/><family/></person>',
      "The attribute age is not a whole number from 1 up.",
    ],
    [
      "an unknown element of another namespace",
      '<other><o:x xmlns:o="urn:secret"/></other>',
      "The schema does not know x.",
    ],
    [
      "a key that is there twice",
      "<key>secret</key><key>secret</key>",
      "key is there already, and each has to be different.",
    ],
    [
      "a type of the document's own",
      '<born xsi:type="secret" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">1986-01-01</born>',
      "The attribute type is not as the schema asks.",
    ],
  ])("says in plain words what is wrong with %s", (_, content, sentence) => {
    const faults = compiled.check(`<record xmlns="${namespace}">${content}</record>`);
    const sentences = faults.map((fault) => fault.sentence);

    expect(sentences).toContain(sentence);
    expect(sentences.join()).not.toMatch(/s[eé]cret|864|1986/);
  });
});
