package formats_test
import ("testing";"os";"fmt";"strings";"time";"github.com/newsvet/newsvet/corpus";"github.com/newsvet/newsvet/corpus/formats")
func TestDev(t *testing.T){
 paths:=strings.Fields(os.Getenv("DEV")); if len(paths)==0 {t.Skip()}
 n,e,bytes:=0,0,0; show:=os.Getenv("SHOW")!=""
 t0:=time.Now()
 for d,err:=range corpus.Walk(t.Context(),paths,formats.All,corpus.WalkOptions{}) {
  if err!=nil {e++; fmt.Println("ERR",err); continue}
  n++; bytes+=len(d.Text)
  if show { fmt.Printf("== %s line %d outlet=%q title=%q %v %s %s url=%s words=%d authors=%q id=%s\n",d.Name,d.Line,d.Outlet,d.Title,d.Published,d.Dated,d.Lang,d.URL,d.Words,d.Authors,d.ID)
   for _,b:=range d.Blocks { p:=d.Map.Place(b.Span); fmt.Printf("  [%s %s %d:%d-%d:%d] %.150s\n",b.Kind,p.Basis,p.From.Line,p.From.Column,p.To.Line,p.To.Column,b.Of(d.Text))}
   for _,l:=range d.Links { fmt.Printf("  link %q -> %s\n",l.Of(d.Text),l.Target)}
  }
 }
 fmt.Println(n,"docs",e,"errors",bytes,"bytes",time.Since(t0))
}
