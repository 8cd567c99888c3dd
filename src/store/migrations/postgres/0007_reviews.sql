CREATE TABLE "review" (
	"work" text COLLATE "C" PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"rules" text NOT NULL,
	"reads" text NOT NULL
);
