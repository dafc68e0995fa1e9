package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.ModuleSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.TreeScanner;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Replaces, after a compilation, the classes that the compiler made of trees by their class files,
/// so that it keeps no trees and sees them as it sees a library.
final class CellSymbols {
    private final Symtab symbols;
    private final Names names;
    private final CellFiles files;
    private final ClassFinder finder;

    CellSymbols(Context context, CellFiles files) {
        this.symbols = Symtab.instance(context);
        this.names = Names.instance(context);
        this.finder = ClassFinder.instance(context);
        this.files = files;
    }

    /// @param kept classes that later cells may use; others are forgotten
    void replace(Units units, List<ClassFile> kept) {
        ModuleSymbol module = symbols.unnamedModule;
        PackageSymbol cells = symbols.enterPackage(module, names.fromString(CellNames.PACKAGE));
        Set<Name> gone = new LinkedHashSet<>();
        for (JCCompilationUnit unit : units.all()) {
            new TreeScanner() {
                @Override
                public void visitClassDef(JCClassDecl tree) {
                    if (tree.sym != null) {
                        gone.add(tree.sym.flatName());
                        cells.members().remove(tree.sym);
                    }
                    super.visitClassDef(tree);
                }
            }.scan(unit);
        }
        for (ClassFile each : kept) {
            gone.add(names.fromString(each.className()));
        }
        gone.forEach(name -> symbols.removeClass(module, name));
        files.keep(kept);
        List<ClassSymbol> entered = new ArrayList<>();
        for (ClassFile each : kept) {
            ClassSymbol symbol = symbols.enterClass(module, names.fromString(each.className()));
            symbol.classfile = each;
            symbol.completer = finder.getCompleter();
            if (each.className().indexOf('$') < 0) {
                entered.add(symbol);
            }
        }
        entered.forEach(cells.members()::enterIfAbsent);
    }
}
