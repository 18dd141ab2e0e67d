import { type Language, MyRequests } from "@guildhall/contract";
import { ask, askForMyRequests, type Client, done, findMyRequests } from "@guildhall/sdk";

/** Where somebody without an account sees what they have sent. */
export function myRequests(client: Client, language: Language) {
  return {
    /** Nobody is told whether anything was ever sent from there. */
    askForMyRequests: (email: string) =>
      done(askForMyRequests({ client, body: { email, language } })),
    myRequests: async (token: string) => {
      const call = findMyRequests({ client, body: { token }, query: { language } });
      return (await ask(call, MyRequests)).data;
    },
  };
}
