export function writeCard() {}
