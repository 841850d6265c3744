// A certified OpenID provider with made-up people, for the tests of signing in. Its own pages ask for a login; the
// password is not looked at. Environment: PORT, PEOPLE (JSON: a list of claims), CLIENTS (JSON, as oidc-provider has them).
import { Provider } from "oidc-provider";

const port = Number(process.env.PORT);
const people = JSON.parse(process.env.PEOPLE);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: JSON.parse(process.env.CLIENTS),
  claims: { openid: ["sub"], profile: ["name", "iin"] },
  cookies: { keys: ["made up for tests"] },
  findAccount: (_context, id) => {
    const person = people.find((each) => each.sub === id);
    return person && { accountId: id, claims: () => ({ ...person }) };
  },
  pkce: { required: () => true },
  ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Grant: 600, Session: 600 },
});
provider.listen(port, "127.0.0.1", () => console.log("ready"));
