const branch = "refs/heads/airworthy/ledger";
const shortBranch = branch.slice(11);
export { branch, shortBranch };
