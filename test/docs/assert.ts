import { isKeyAccountError } from "keyaccount";

/** The code of the KeyAccountError that the call throws; any other error goes on. */
export async function codeThrownBy(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (isKeyAccountError(error)) return error.code;
    throw error;
  }
  return "nothing was thrown";
}
