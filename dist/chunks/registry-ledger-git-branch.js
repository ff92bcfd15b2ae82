const branch = "refs/heads/airworthy/ledger";
export { branch };
