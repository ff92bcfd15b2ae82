const largestText = 2 ** 28;
export { largestText };
