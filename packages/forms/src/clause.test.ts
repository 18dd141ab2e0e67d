import { clauseOf } from "./clause.ts";

describe("clauseOf", () => {
  it.each([
    ["What can you hear?", "what you can hear"],
    ["What have you noticed about the electrics?", "what you have noticed about the electrics"],
    ["Which room is it?", "which room it is"],
    ["In which rooms is it worst?", "in which rooms it is worst"],
    ["How much is there?", "how much there is"],
    ["Where do you live?", "where you live"],
    ["What is wrong with the home?", "what is wrong with the home"],
    ["Which parts of the building are affected?", "which parts of the building are affected"],
    ["Who owns the land or lives there?", "who owns the land or lives there"],
    ["How many people live in the home?", "how many people live in the home"],
    ["What happened when you spoke to them?", "what happened when you spoke to them"],
  ])("turns %s round", (question, words) => {
    expect(clauseOf(question)).toEqual({ words, open: true });
  });

  it.each([
    ["Have you reported this noise before?", "you have reported this noise before"],
    ["Do you know the address?", "you know the address"],
    ["Is there a bad smell?", "there is a bad smell"],
    ["Is anyone over 65?", "anyone is over 65"],
    ["May I call you?", "I may call you"],
  ])("knows that %s asks for yes or no", (question, words) => {
    expect(clauseOf(question)).toEqual({ words, open: false });
  });

  it.each([
    "When did it start?",
    "How often does it happen?",
    "Where is the noise coming from?",
    "Is the noise happening now?",
    "What colour is the door?",
    "How long has Ada lived there?",
    "When is a good time to visit, and is there anything we should know?",
    "Have you complained? If so, what is the reference?",
    "Whom did you tell, and what was the reference?",
    "Date of the noise",
  ])("leaves %s alone", (question) => expect(clauseOf(question)).toBeUndefined());
});
