import { creationOptions, credentialJson, requestOptions } from './webauthn.parser';

/*
 * Web Authentication Level 3: what the server asks for and what the browser answers, both as JSON.
 */

type Options = Readonly<Record<string, unknown>>;
type Credential = Record<string, unknown>;

/** Whether this browser can make and use passkeys here; they need TLS, or localhost. */
export function passkeysWork(): boolean {
  return (
    'PublicKeyCredential' in window &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}

/** Lets the person make a passkey; `undefined` when they would rather not. */
export async function makePasskey(options: Options): Promise<Credential | undefined> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(creationOptions(options));
  return ask(() => navigator.credentials.create({ publicKey }));
}

/** Lets the person prove who they are; `undefined` when they would rather not. */
export async function provePasskey(options: Options): Promise<Credential | undefined> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(requestOptions(options));
  return ask(() => navigator.credentials.get({ publicKey }));
}

async function ask(prompt: () => Promise<unknown>): Promise<Credential | undefined> {
  try {
    const credential = await prompt();
    return credential instanceof PublicKeyCredential ? credentialJson(credential) : undefined;
  } catch (error) {
    // The person closed the browser's window, or let it time out.
    if (error instanceof DOMException && error.name === 'NotAllowedError') return undefined;
    throw error;
  }
}
