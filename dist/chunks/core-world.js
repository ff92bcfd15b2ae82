const refusals = {
	missing: "is not there",
	outside: "is outside of the model's folder",
	link: "is reached through a symbolic link",
	"hard-link": "has a second name (a hard link) that may lie elsewhere",
	"not-a-file": "is no regular file",
	denied: "may not be read"
};
export { refusals };
