// The stand-in for MongoDB in the tests: FerretDB over SQLite files in the folder given. It prints its address, and ends
// when its standard input does, so that it never outlives the tests that started it.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	ctx, stop := context.WithCancel(context.Background())
	f, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: os.Args[1]},
		Handler:   "sqlite",
		SQLiteURL: "file:" + os.Args[2] + "/?_pragma=synchronous(off)", // a power cut is no part of any test
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.MongoDBURI())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	if err := f.Run(ctx); err != nil {
		log.Fatal(err)
	}
}
